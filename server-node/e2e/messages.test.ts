import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Person } from './stage/people.ts';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodo, listOf } from './stage/todos.ts';

const { scenario } = scenarios();

const unique = (text: string) => `${text} ${Math.random().toString(36).slice(2, 10)}`;

scenario(
  '`todo buy bread` in the channel is answered by the bot in the thread, and is in This channel',
  async (stage) => {
    const anna = await stage.person();
    const visit = await stage.visit(anna);
    const bread = unique('buy bread');
    await visit.say(`todo ${bread}`);
    await visit.openThread(`todo ${bread}`);
    await visit.post('Added: ', 'thread').waitFor();
    expect(await visit.post('Added: ', 'thread').innerText()).toContain(bread);

    const sidebar = await visit.openSidebar();
    await sidebar.choose('This channel');
    await sidebar.check(bread).waitFor();
    const { todos } = await listOf(anna, stage.site.webhookChannel.id);
    expect(todos.filter(({ text }) => text === bread)).toHaveLength(1);
  },
);

scenario("a message's menu makes a to-do of it, with a way back to the message", async (stage) => {
  const [anna, ben] = [await stage.person('anna'), await stage.person('ben')];
  const [channel, elsewhere] = [await stage.channel(anna, ben), await stage.channel(anna)];
  const bens = await stage.visit(ben, { channel });
  await bens.say('Could somebody book a room?');
  const annas = await stage.visit(anna, { channel });
  await annas.chooseInPostMenu('Could somebody book a room?', 'Add to my to-dos');
  const toast = annas.page.getByRole('status').filter({ hasText: 'Added to your to-dos' });
  const [shown, composer] = [await toast.boundingBox(), await annas.composer('channel').boundingBox()];
  expect((shown?.y ?? 0) + (shown?.height ?? 0)).toBeLessThanOrEqual(composer?.y ?? 0);
  await toast.getByRole('button', { name: 'Open' }).click();
  const { sidebar } = annas;
  await sidebar.check('Could somebody book a room?').waitFor();
  await eventually(async () =>
    expect((await listOf(anna, 'me')).todos[0]?.source?.channelId).toBe(channel.id),
  );

  await annas.goTo(elsewhere);
  await annas.openSidebar();
  await sidebar.row('Could somebody book a room?').getByRole('link', { name: 'Go to the message' }).click();
  await annas.post('Could somebody book a room?').waitFor();
  expect(new URL(annas.page.url()).pathname).toContain(channel.name);
});

scenario('of a message with several lines the first one is the to-do, the rest its notes', async (stage) => {
  const anna = await stage.person();
  const visit = await stage.visit(anna, { channel: await stage.channel(anna) });
  await visit.say('Book a room\nfor eight people');
  await visit.chooseInPostMenu('Book a room', 'Add to my to-dos');
  await eventually(async () =>
    expect((await listOf(anna, 'me')).todos[0]).toMatchObject({
      text: 'Book a room',
      notes: 'for eight people',
    }),
  );
});

scenario('what the bot writes pings nobody, whatever names stand in a to-do', async (stage) => {
  const [anna, ben] = [await stage.person('anna'), await stage.person('ben')];
  const place = unique('in room');
  await addTodo(anna, stage.site.webhookChannel.id, `@all @channel @here and @${ben.username} meet ${place}`);
  const pings: string[] = [];
  const bens = await stage.visit(ben, { beforeLoad: async (page) => collectPings(page, ben, pings) });
  const annas = await stage.visit(anna);
  await annas.say(`todo list ${place}`);
  await annas.openThread(`todo list ${place}`);
  await annas.post('1 open with', 'thread').waitFor();
  await annas.say(`@${ben.username} this one is meant`);
  await bens.post('this one is meant').waitFor();
  await eventually(() => expect(pings).toEqual([expect.stringContaining('this one is meant')]));
});

/** Messages that Mattermost pings this person with, as their window hears of them. */
function collectPings(page: Page, { userId }: Person, pings: string[]): void {
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const { event, data } = JSON.parse(String(payload)) as { event?: string; data?: Posted };
      if (event === 'posted' && data?.mentions?.includes(userId) === true) pings.push(data.post);
    }),
  );
}

interface Posted {
  post: string;
  mentions?: string;
}
