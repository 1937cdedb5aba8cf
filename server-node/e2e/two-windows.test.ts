import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { API_PATH } from '../src/contract/paths.ts';
import { RestRefusal } from './site/rest.ts';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodo, addTodos, changeTodo, listOf, textsOf } from './stage/todos.ts';
import type { Stage } from './stage/stage.ts';
import type { Visit } from './stage/visit.ts';

const { scenario } = scenarios();

/** Counts the lists that the window fetches: what came by the event stream needs none. */
function countFetches({ page }: Visit): () => number {
  let fetches = 0;
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes(`${API_PATH}/lists/`)) fetches += 1;
  });
  return () => fetches;
}

scenario(
  "a person's second window shows each change by itself, without fetching the list again",
  async (stage) => {
    const anna = await stage.person();
    await addTodos(anna, 'me', ['Buy milk']);
    const [first, second] = [await stage.visit(anna), await stage.visit(anna)];
    const [here, there] = [await first.openSidebar(), await second.openSidebar()];
    await Promise.all([here.check('Buy milk').waitFor(), there.check('Buy milk').waitFor()]);
    await here.add('Wait for the stream');
    await there.check('Wait for the stream').waitFor();

    const fetches = countFetches(second);
    await here.add('Call Ben');
    await there.check('Call Ben').waitFor();
    await here.check('Buy milk').check();
    await eventually(async () =>
      expect(await there.openTexts()).toEqual(['Wait for the stream', 'Call Ben']),
    );
    await here.press('Call Ben', 'Delete');
    await there.check('Call Ben').waitFor({ state: 'detached' });
    await eventually(async () => expect(await second.icon().textContent()).toContain('1 open'));
    expect(fetches()).toBe(0);
  },
);

scenario("a channel's list is the same for everybody in it, and changes before their eyes", async (stage) => {
  const [anna, ben] = [await stage.person('anna'), await stage.person('ben')];
  const channel = await stage.channel(anna, ben);
  const [annas, bens] = [await stage.visit(anna, { channel }), await stage.visit(ben, { channel })];
  const [here, there] = [await annas.openSidebar(), await bens.openSidebar()];
  await here.choose('This channel');
  await there.choose('This channel');
  await here.add('Book a room');
  await there.check('Book a room').waitFor();
  expect(await there.row('Book a room').innerText()).toContain(anna.username);
  await there.check('Book a room').check();
  await eventually(async () => expect(await here.openTexts()).toEqual([]));
  await here.doneGroup.click();
  expect(await here.doneTexts()).toEqual(['Book a room']);
  expect(await textsOf(ben, 'me')).toEqual([]);
});

scenario('two windows that tick one to-do at the same moment agree that it is done, once', async (stage) => {
  const anna = await stage.person();
  await addTodo(anna, 'me', 'Buy milk');
  const visits = await Promise.all([stage.visit(anna), stage.visit(anna)]);
  const sidebars = await Promise.all(visits.map((visit) => visit.openSidebar()));
  await Promise.all(sidebars.map((sidebar) => sidebar.check('Buy milk').waitFor()));
  // Offline neither can hear of the other's tick first.
  await Promise.all(visits.map(({ context }) => context.setOffline(true)));
  await Promise.all(sidebars.map((sidebar) => sidebar.check('Buy milk').check()));
  await Promise.all(visits.map(({ context }) => context.setOffline(false)));
  for (const [index, sidebar] of sidebars.entries()) {
    await eventually(async () => expect(await sidebar.openTexts()).toEqual([]));
    await sidebar.alert.waitFor({ state: 'detached' });
    expect(await visits[index]?.icon().textContent()).toContain('No open to-dos');
  }
  const { openCount, doneCount } = await listOf(anna, 'me', 'done');
  expect([openCount, doneCount]).toEqual([0, 1]);
});

/**
 * Who did what, or only what came of it: a window that connects to its stream anew, as it does just after another
 * channel's list is looked at, fetches the list in place of the change.
 */
const told = ({ username }: { username: string }, what: string, without: string): RegExp =>
  new RegExp(`^(?:${username} ${what}|${without})$`.replaceAll('.', '\\.'));

/** Two people with the same list of a channel before them; the first one has written in the row "Book a room". */
async function openWriting(stage: Stage) {
  const [anna, ben] = [await stage.person('anna'), await stage.person('ben')];
  const channel = await stage.channel(anna, ben);
  await addTodos(anna, channel.id, ['Book a room', 'Send the invitations']);
  const [annas, bens] = [await stage.visit(anna, { channel }), await stage.visit(ben, { channel })];
  const [here, there] = [await annas.openSidebar(), await bens.openSidebar()];
  await here.choose('This channel');
  await there.choose('This channel');
  await there.check('Book a room').waitFor();
  await here.press('Book a room', 'Edit');
  await here.editor.and(annas.page.locator(':focus')).waitFor();
  await here.editor.fill('Book a small room');
  return { anna, ben, channel, annas, here, there };
}

scenario(
  'somebody else changes what one is writing in: both texts are shown, and neither goes over the other unseen',
  async (stage) => {
    const { anna, ben, channel, here, there } = await openWriting(stage);
    await there.press('Book a room', 'Edit');
    await there.editor.fill('Book a large room');
    await there.editor.press('Enter');
    await here.root.getByText('Now it reads: Book a large room').waitFor();
    await here.root
      .locator('strong')
      .getByText(told(ben, 'changed this.', 'Someone changed this.'))
      .waitFor();
    await here.editor.press('Enter');
    expect(await here.editor.inputValue()).toBe('Book a small room');
    expect((await textsOf(anna, channel.id))[0]).toBe('Book a large room');
    await here.root.getByRole('button', { name: 'Keep my text' }).click();
    await there.check('Book a small room').waitFor();
  },
);

scenario(
  'somebody else ticks what one is writing in: what is typed on goes into the editor and does nothing else',
  async (stage) => {
    const { anna, ben, channel, annas, here, there } = await openWriting(stage);
    await there.check('Book a room').check();
    await here.root.locator('strong').getByText(`${ben.username} completed this.`).waitFor();
    await annas.page.keyboard.press('End');
    await annas.page.keyboard.type(' e n ? for ten');
    expect(await here.editor.inputValue()).toBe('Book a small room e n ? for ten');
    expect(await textsOf(anna, channel.id)).toEqual(['Send the invitations']);
    expect(await textsOf(anna, channel.id, 'done')).toEqual(['Book a room']);
    await here.root.getByRole('button', { name: 'Keep my text' }).click();
    await eventually(async () =>
      expect(await textsOf(anna, channel.id, 'done')).toEqual(['Book a small room e n ? for ten']),
    );
    await here.doneGroup.click();
    const row = here.row('Book a small room e n ? for ten');
    await eventually(async () => expect(await row.innerText()).toContain(ben.username));
  },
);

scenario(
  'somebody else deletes what one is writing in: the text stays, and becomes a to-do of its own',
  async (stage) => {
    const { anna, ben, channel, annas, here, there } = await openWriting(stage);
    await there.press('Book a room', 'Delete');
    await here.root
      .locator('strong')
      .getByText(told(ben, 'deleted this.', 'This is no longer on the list.'))
      .waitFor();
    await annas.page.keyboard.press('End');
    await annas.page.keyboard.type(' soon');
    await here.root.getByRole('button', { name: 'Keep my text' }).click();
    await here.check('Book a small room soon').and(annas.page.locator(':focus')).waitFor();
    await eventually(async () =>
      expect(await textsOf(anna, channel.id)).toEqual(['Send the invitations', 'Book a small room soon']),
    );
  },
);

scenario('a click below an open editor hits what was pressed', async (stage) => {
  const { anna, channel, here } = await openWriting(stage);
  await here.check('Send the invitations').click();
  await eventually(async () => expect(await textsOf(anna, channel.id)).toEqual(['Book a small room']));
  await here.editor.waitFor({ state: 'detached' });
});

scenario('who is taken out of a channel sees its list no more, nor hears of it', async (stage) => {
  const [anna, ben] = [await stage.person('anna'), await stage.person('ben')];
  const [secret, open] = [await stage.privateChannel(anna, ben), await stage.channel(anna, ben)];
  await addTodo(anna, secret.id, 'Plan the surprise');
  const bens = await stage.visit(ben, { channel: secret });
  const there = await bens.openSidebar();
  await there.choose('This channel');
  await there.check('Plan the surprise').waitFor();

  await stage.site.admin('DELETE', `/api/v4/channels/${secret.id}/members/${ben.userId}`);
  await there.check('Plan the surprise').waitFor({ state: 'detached' });
  await addTodo(anna, secret.id, 'Buy the present');
  await bens.goTo(open);
  await bens.openSidebar();
  await there.choose('This channel');
  await addTodo(anna, open.id, 'Later than the present');
  await there.check('Later than the present').waitFor();
  expect(await bens.page.getByText('present', { exact: false }).count()).toBe(1);
});

scenario(
  'a channel that somebody may not read shows them nothing and takes nothing from them',
  async (stage) => {
    const [anna, mallory] = [await stage.person('anna'), await stage.person('mallory')];
    const secret = await stage.privateChannel(anna);
    const todo = await addTodo(anna, secret.id, 'Plan the surprise');
    await expect(listOf(mallory, secret.id)).rejects.toMatchObject({ status: 403 });
    await expect(addTodo(mallory, secret.id, 'Let me in')).rejects.toMatchObject({ status: 403 });
    await expect(changeTodo(mallory, todo.id, { state: 'done' })).rejects.toBeInstanceOf(RestRefusal);
    expect(await textsOf(anna, secret.id)).toEqual(['Plan the surprise']);
  },
);

scenario('who may not read a channel hears nothing of it', async (stage) => {
  const [anna, mallory] = [await stage.person('anna'), await stage.person('mallory')];
  const secret = await stage.privateChannel(anna);
  const frames: string[] = [];
  const visit = await stage.visit(mallory, { beforeLoad: async (page) => collectFrames(page, frames) });
  const sidebar = await visit.openSidebar();
  await sidebar.root.getByText('Nothing to do yet').waitFor();
  if (stage.site.push === 'sse') {
    const address = `${stage.site.url}${API_PATH}/events?channels=${secret.id}`;
    const heard = await visit.page.evaluate(listsHeardOf, address);
    expect(heard).toContain(`person:${mallory.userId}`);
    expect(heard).not.toContain(secret.id);
  }
  await addTodo(anna, secret.id, 'Plan the surprise');
  await addTodo(mallory, 'me', 'Buy milk');
  await sidebar.check('Buy milk').waitFor();
  const ours = frames.filter((frame) => frame.includes('todo-node'));
  expect(ours.length > 0).toBe(stage.site.push === 'websocket');
  expect(ours.filter((frame) => frame.includes(secret.id))).toEqual([]);
});

/** What Mattermost's own connection brings. */
function collectFrames(page: Page, frames: string[]): void {
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => void frames.push(String(payload))),
  );
}

/** In the page: what the event stream says that it will tell about. */
async function listsHeardOf(address: string): Promise<string> {
  const stream = await fetch(address, { headers: { Accept: 'text/event-stream' } });
  const reader = stream.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader !== undefined && !text.includes('\n\n')) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return text;
}
