import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { modelState } from './app/app.ts';
import { Plugin } from './plugin.tsx';
import { makeFakeBackend } from './testing/fake-backend.ts';
import { makeFakeHost } from './testing/fake-host.tsx';
import { LIST, makeTodo } from './testing/make-todo.ts';

const CHANGE = 'custom_todo-node_change';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

async function open() {
  const backend = makeFakeBackend('websocket');
  backend.seed(makeTodo());
  const host = makeFakeHost(backend);
  const plugin = new Plugin(host.start);
  plugin.initialize(host.registry, host.store);
  await jest.advanceTimersByTimeAsync(500);
  const change = (listId: string, text: string) => ({
    ...{ changeId: 'c', listId, revision: 9, openCount: 1, doneCount: 0 },
    todos: [makeTodo({ listId, text, version: 9 })],
  });
  const textsNow = () => Object.values(modelState(host.store.getState()).todos).map(({ text }) => text);
  return { backend, host, plugin, change, textsNow };
}

describe('where Mattermost itself brings the changes', () => {
  it('opens no stream, asks for nothing in vain, and takes changes in', async () => {
    const { backend, host, plugin, change, textsNow } = await open();
    const asked = backend.calls.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect([backend.streams.size, backend.calls.length]).toEqual([0, asked]);
    host.push(CHANGE, { json: JSON.stringify(change(LIST, 'changed elsewhere')) });
    expect(textsNow()).toContain('changed elsewhere');
    plugin.uninitialize();
  });

  it.each([
    ['of a list that nobody looks at', (json: string) => ({ json: json.replaceAll(LIST, 'channel:c9') })],
    ['without text', () => ({ json: null })],
    ['that is no JSON', () => ({ json: '{' })],
    ['that is nothing', () => null],
  ])('leaves alone an event %s', async (_what, spoil) => {
    const { host, plugin, change, textsNow } = await open();
    const before = textsNow();
    host.push(CHANGE, spoil(JSON.stringify(change(LIST, 'spoilt'))));
    expect(textsNow()).toEqual(before);
    plugin.uninitialize();
  });

  it('hears nothing more once it is disabled', async () => {
    const { host, plugin, change, textsNow } = await open();
    plugin.uninitialize();
    host.push(CHANGE, { json: JSON.stringify(change(LIST, 'too late')) });
    expect(textsNow()).toEqual([]);
  });
});
