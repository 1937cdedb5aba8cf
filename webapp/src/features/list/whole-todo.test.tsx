import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import React from 'react';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { hostGlobals } from '../../host/globals.ts';
import { MarkdownBlocks, MarkdownText } from '../../host/markdown-text.tsx';
import { BOB, NOON } from '../../testing/make-todo.ts';
import { makeFakeHost } from '../../testing/fake-host.tsx';
import { makeFakeBackend } from '../../testing/fake-backend.ts';
import { openSidebar } from '../../testing/open-sidebar.tsx';

const POST = { postId: 'p'.repeat(26), channelId: 'c1' };
const check = (name: string) => screen.findByRole('checkbox', { name });
const press = (target: Element, key: string) => fireEvent.keyDown(target, { key });

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  for (const name of ['PostUtils', 'WebappUtils']) Reflect.deleteProperty(hostGlobals(), name);
});

describe('a click on the text', () => {
  it('shows all of it and of the notes, with what can be done, and a second one folds it', async () => {
    openSidebar({ notes: 'Two litres' });
    const row = await check('Buy milk');
    fireEvent.click(screen.getByText('Buy milk'));
    expect(row.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('Two litres').closest('.todo-node-notes')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    expect(screen.getByRole('textbox', { name: 'Notes' })).toHaveProperty('value', 'Two litres');
    press(screen.getByRole('textbox', { name: 'Notes' }), 'Escape');
    fireEvent.click(screen.getByText('Buy milk'));
    expect(row.getAttribute('aria-expanded')).toBe('false');
  });

  it('has keys beside it: Enter, and Escape to fold', async () => {
    openSidebar({});
    const row = await check('Buy milk');
    press(row, 'Enter');
    expect(row.getAttribute('aria-expanded')).toBe('true');
    press(row, 'Escape');
    expect(row.getAttribute('aria-expanded')).toBe('false');
  });
});

describe('a link to a message', () => {
  const pushed: string[] = [];
  beforeEach(() => {
    pushed.length = 0;
    Object.assign(hostGlobals(), {
      WebappUtils: { browserHistory: { push: (path: string) => pushed.push(path) } },
    });
  });
  const link = () => screen.findByRole('link', { name: /Go to the message/ });

  it.each([
    ['deleted', 404, 'The message was deleted, or you may not read it.'],
    ['forbidden', 403, 'The message was deleted, or you may not read it.'],
    ['out of reach', 502, 'Mattermost does not answer.'],
  ])('that is %s says so on the row, and leaves the page alone', async (_what, status, sentence) => {
    const { host } = openSidebar({ source: POST });
    host.answerWith(async () => ({ ok: false, status }) as Response);
    fireEvent.click(await link());
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
    expect(pushed).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('names the channel that it leads to', async () => {
    openSidebar({ source: POST });
    expect((await link()).textContent).toBe('Go to the message: Town Square');
  });

  it('does not name the channel in the list of which it stands', async () => {
    const { backend } = openSidebar({ listId: 'channel:c1', source: POST });
    backend.ofList('channel:c1');
    fireEvent.click(await screen.findByRole('tab', { name: /This channel/ }));
    expect((await link()).textContent).toBe('Go to the message: Message');
  });

  it('that is there is followed', async () => {
    const { host } = openSidebar({ source: POST });
    const asked: unknown[] = [];
    host.answerWith(async (address) => {
      asked.push(address);
      return { ok: true, status: 200 } as Response;
    });
    fireEvent.click(await link());
    await waitFor(() => expect(pushed).toEqual([`/eng/pl/${POST.postId}`]));
    expect(asked).toEqual([`/api/v4/posts/${POST.postId}`]);
  });
});

describe('the message that a to-do was made from', () => {
  const answer = (post: object) => async () =>
    ({ ok: true, status: 200, json: async () => post }) as Response;
  const card = () => screen.findByRole('region', { name: 'From this message' });
  const open = async () => fireEvent.click(await screen.findByText('Buy milk'));

  it('stands in the opened to-do: who wrote it where, and its first line, which leads there', async () => {
    const { host } = openSidebar({ source: POST });
    const message = '\n**Milk** is out\nand so is tea';
    host.answerWith(answer({ id: POST.postId, user_id: BOB, message, create_at: NOON }));
    await open();
    const shown = await card();
    expect(shown.textContent).toMatch(/bobTown Square.*Milk is out$/);
    expect(within(shown).getByRole('link', { name: 'Milk is out' })).toHaveProperty(
      'pathname',
      `/eng/pl/${POST.postId}`,
    );
  });

  it('has the name of its file where there are no words', async () => {
    const { host } = openSidebar({ source: POST });
    const metadata = { files: [{ name: 'plan.pdf' }] };
    host.answerWith(answer({ user_id: BOB, message: '', create_at: NOON, metadata }));
    await open();
    expect(within(await card()).getByRole('link', { name: 'plan.pdf' })).toBeTruthy();
  });

  it.each([
    ['deleted, or closed to the person', 404, /deleted, or you may not read it/],
    ['out of reach', 502, /does not answer/],
  ])('that is %s is not shown, and the card says so', async (_what, status, says) => {
    const { host } = openSidebar({ source: POST });
    host.answerWith(async () => ({ ok: false, status }) as Response);
    await open();
    expect((await card()).textContent).toMatch(says);
    expect(within(await card()).queryByRole('link')).toBeNull();
  });

  it('goes when it is deleted while it is shown', async () => {
    const { host } = openSidebar({ source: { postId: 'p1', channelId: 'c1' } });
    host.answerWith(answer({ user_id: BOB, message: 'Milk is out', create_at: NOON }));
    await open();
    await screen.findByText('Milk is out');
    host.tellDeleted();
    expect((await card()).textContent).toMatch(/was deleted/);
    expect(screen.queryByText('Milk is out')).toBeNull();
  });

  it('is asked for anew whenever it is shown, and never beforehand', async () => {
    const { host } = openSidebar({ source: POST });
    const asked: unknown[] = [];
    host.answerWith(async (address) => {
      asked.push(address);
      return { ok: false, status: 403 } as Response;
    });
    await open();
    await card();
    await open();
    expect(screen.queryByRole('region', { name: 'From this message' })).toBeNull();
    await open();
    await card();
    expect(asked.filter((one) => one === `/api/v4/posts/${POST.postId}`)).toHaveLength(2);
  });
});

describe('Markdown', () => {
  it('has the channels of the team by their names, and tags as plain text', () => {
    const seen: Record<string, unknown>[] = [];
    const html = `<a href='#' class='mention-link' data-hashtag='#ops'>#ops</a> in <a href='/eng/channels/plans'>~Plans</a>`;
    Object.assign(hostGlobals(), {
      PostUtils: {
        formatText: (_text: string, options: Record<string, unknown>) => (seen.push(options), html),
        messageHtmlToComponent: (given: string) => <span dangerouslySetInnerHTML={{ __html: given }} />,
      },
    });
    const host = makeFakeHost(makeFakeBackend());
    render(host.within(<MarkdownText text="#ops in ~plans" />));
    expect(screen.getAllByRole('link').map((one) => one.textContent)).toEqual(['~Plans']);
    expect(screen.getByText(/#ops in/)).toBeTruthy();
    expect(seen[0]?.['channelNamesMap']).toMatchObject({ 'town-square': { display_name: 'Town Square' } });
  });

  it('has pictures of other sites fetched by Mattermost, where that does it for its people', () => {
    const seen: Record<string, unknown>[] = [];
    Object.assign(hostGlobals(), {
      PostUtils: {
        formatText: (text: string, options: Record<string, unknown>) => (seen.push(options), text),
        messageHtmlToComponent: (given: string) => given,
      },
    });
    const host = makeFakeHost(makeFakeBackend());
    render(host.within(<MarkdownBlocks text="![x](https://elsewhere.example/x.png)" />));
    expect(seen).toMatchObject([{ proxyImages: true }]);
  });
});

it('what somebody else ticks stays a moment in its place', async () => {
  const { backend, host } = openSidebar({}, { id: 'todo-2', number: 2, order: 2, text: 'Second' });
  const row = await check('Buy milk');
  act(() => backend.changeElsewhere('todo-1', { state: 'done', doneAt: 1 }, BOB));
  expect(screen.getByRole('region', { name: 'Open' }).contains(row)).toBe(true);
  expect(row).toHaveProperty('checked', true);
  act(() => void host.store.dispatch({ type: 'todo-node/settled', todoId: 'todo-1' }));
  expect(screen.queryByRole('checkbox', { name: 'Buy milk' })).toBeNull();
});

it('texts and fields run in the direction of what is written in them', async () => {
  openSidebar({ text: 'לקנות חלב', notes: 'שני ליטר' });
  expect((await screen.findByText('לקנות חלב')).getAttribute('dir')).toBe('auto');
  expect(screen.getByText('שני ליטר').getAttribute('dir')).toBe('auto');
  press(await check('לקנות חלב'), 'e');
  for (const field of screen.getAllByRole('textbox')) expect(field.getAttribute('dir')).toBe('auto');
});
