import { expect } from '@jest/globals';
import { API_PATH } from '../src/contract/paths.ts';
import { breakableOf } from './site/site.ts';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodo, textsOf } from './stage/todos.ts';

const { scenario, onStandIn } = scenarios();

scenario(
  'what is written while the network is away is kept, shown, and sent once when it is back',
  async (stage) => {
    const { person, visit, sidebar } = await stage.newcomer();
    await sidebar.add('Buy milk');
    await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['Buy milk']));
    await visit.context.setOffline(true);
    await sidebar.alert.getByText('You are offline').waitFor();
    await sidebar.add('Written on the train');
    await sidebar.check('Buy milk').check();
    await sidebar.alert.getByText('2 changes are kept here').waitFor();
    await sidebar.check('Written on the train').waitFor();
    expect(await textsOf(person, 'me')).toEqual(['Buy milk']);

    await visit.context.setOffline(false);
    await sidebar.alert.waitFor({ state: 'detached' });
    await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['Written on the train']));
    await eventually(async () => expect(await sidebar.openTexts()).toEqual(['Written on the train']));
    expect(await textsOf(person, 'me', 'done')).toEqual(['Buy milk']);
  },
);

scenario('a backend that is away for a while loses nothing, and is told everything once', async (stage) => {
  const { person, sidebar } = await stage.newcomer();
  await sidebar.root.getByText('Nothing to do yet').waitFor();
  await stage.stopBackend();
  await sidebar.add('Buy milk');
  await sidebar.alert.getByText('The to-do server does not answer').waitFor();
  await sidebar.add('Call Ben');
  await stage.startBackend();
  await sidebar.tryNow();
  await sidebar.alert.waitFor({ state: 'detached' });
  await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['Buy milk', 'Call Ben']));
  expect(await sidebar.openTexts()).toEqual(['Buy milk', 'Call Ben']);
});

scenario('a change that could not be sent outlives a reload of the page', async (stage) => {
  const { person, visit, sidebar } = await stage.newcomer();
  await sidebar.root.getByText('Nothing to do yet').waitFor();
  await stage.stopBackend();
  await sidebar.add('Buy milk');
  await sidebar.alert.getByText('1 change is kept here').waitFor();
  await visit.page.reload();
  await visit.openSidebar();
  await sidebar.check('Buy milk').waitFor();
  await stage.startBackend();
  await sidebar.tryNow();
  await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['Buy milk']));
});

scenario('`/todo` that finds no backend says so and keeps the draft, and posts nothing', async (stage) => {
  const anna = await stage.person();
  const visit = await stage.visit(anna, { channel: await stage.channel(anna) });
  await stage.stopBackend();
  await visit.type('/todo a private thing');
  await eventually(async () => {
    await visit.composer('channel').press('Enter');
    const told = visit.page.getByText('nothing was sent, your text is still here');
    await told.waitFor({ timeout: 2_000 });
  });
  expect(await visit.composer('channel').inputValue()).toBe('/todo a private thing');
  await stage.startBackend();
  await visit.say('/todo a private thing');
  await visit.post('Added: ').waitFor();
  expect(await textsOf(anna, 'me')).toEqual(['a private thing']);
});

scenario('a to-do whose answer was lost on the way is there once, not twice', async (stage) => {
  const { person, visit, sidebar } = await stage.newcomer();
  await sidebar.root.getByText('Nothing to do yet').waitFor();
  let lost = 0;
  await visit.context.route(
    `**${API_PATH}/lists/me/todos`,
    async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await sidebar.add('Buy milk');
  await eventually(() => expect(lost).toBe(1));
  await sidebar.add('Call Ben');
  await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['Buy milk', 'Call Ben']));
  expect(await sidebar.openTexts()).toEqual(['Buy milk', 'Call Ben']);
});

scenario('a refused to-do says why on its row; discarded, the list is as it was', async (stage) => {
  const { person, sidebar } = await stage.newcomer();
  await addTodo(person, 'me', 'Buy milk');
  await sidebar.check('Buy milk').waitFor();
  await sidebar.add('\u200b');
  await sidebar.alert.getByText('Not saved. A to-do needs a text.').waitFor();
  await sidebar.add('Call Ben');
  await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['Buy milk', 'Call Ben']));
  await sidebar.alert.getByRole('button', { name: 'Discard my change' }).click();
  await sidebar.alert.waitFor({ state: 'detached' });
  expect(await sidebar.openTexts()).toEqual(['Buy milk', 'Call Ben']);
});

onStandIn(
  'without the proxy rule the sidebar says what is missing, and finds the backend once it is there',
  async (stage) => {
    const { mattermost, backendUrl } = breakableOf(stage.site);
    mattermost.setBackend(undefined);
    try {
      const { sidebar } = await stage.newcomer();
      await sidebar.alert.getByText('The to-do server is not connected').waitFor();
      await sidebar.alert.getByText('add the proxy rule').waitFor();
      mattermost.setBackend(backendUrl);
      await sidebar.tryNow();
      await sidebar.root.getByText('Nothing to do yet').waitFor();
    } finally {
      mattermost.setBackend(backendUrl);
    }
  },
);
