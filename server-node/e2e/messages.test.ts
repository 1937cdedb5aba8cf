import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TodosView } from '../src/contract/api.ts';
import { API_PATH } from '../src/contract/paths.ts';
import type { Person } from './stage/people.ts';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodo, listOf, textsOf } from './stage/todos.ts';

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

scenario("a message's menu makes a to-do of it at once, with a way back to the message", async (stage) => {
  const [anna, ben] = [await stage.person('anna'), await stage.person('ben')];
  const [channel, elsewhere] = [await stage.channel(anna, ben), await stage.channel(anna)];
  const bens = await stage.visit(ben, { channel });
  await bens.say('Could somebody book a room?');
  const annas = await stage.visit(anna, { channel });
  await annas.chooseInPostMenu('Could somebody book a room?', 'Add to my to-dos');
  await annas.page.getByRole('dialog').getByLabel('What is to be done').press('Enter');
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

scenario(
  'an opened to-do shows the message it was made from, until that is deleted or closed to the person',
  async (stage) => {
    const [anna, ben] = [await stage.person('anna'), await stage.person('ben')];
    const channel = await stage.privateChannel(anna, ben);
    const say = (message: string) =>
      ben.call<{ id: string }>('POST', '/api/v4/posts', { channel_id: channel.id, message });
    const [first, second] = [await say('Book a room\nfor eight'), await say('Order tea')];
    for (const { id } of [first, second])
      await anna.call('POST', `${API_PATH}/lists/me/todos`, { text: `From ${id}`, sourcePostId: id });
    const visit = await stage.visit(anna);
    const sidebar = await visit.openSidebar();
    const card = (id: string) => sidebar.row(`From ${id}`).getByRole('region', { name: 'From this message' });
    const click = (id: string) => sidebar.row(`From ${id}`).getByText(`From ${id}`, { exact: true }).click();
    await click(first.id);
    await card(first.id).getByRole('link', { name: 'Book a room' }).waitFor();
    expect(await card(first.id).innerText()).toContain(ben.username);
    await click(first.id);
    await ben.call('DELETE', `/api/v4/posts/${first.id}`);
    await click(first.id);
    // A backend that hears of the deletion takes the link away from the to-do.
    if (stage.site.managed === undefined) await card(first.id).getByText('was deleted').waitFor();
    else await card(first.id).waitFor({ state: 'detached' });

    await ben.call('DELETE', `/api/v4/channels/${channel.id}/members/${anna.userId}`);
    await click(second.id);
    await eventually(async () => expect(await sidebar.root.innerText()).not.toContain('Order tea'));
    expect(await card(second.id).getByRole('link').count()).toBe(0);
  },
);

scenario('of a message with several lines the first one is the to-do, the rest its notes', async (stage) => {
  const anna = await stage.person();
  const visit = await stage.visit(anna, { channel: await stage.channel(anna) });
  await visit.say('Book a room\nfor eight people');
  await visit.chooseInPostMenu('Book a room', 'Add to my to-dos');
  await visit.page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await eventually(async () =>
    expect((await listOf(anna, 'me')).todos[0]).toMatchObject({
      text: 'Book a room',
      notes: 'for eight people',
    }),
  );
});

scenario('a message is added to the list of its channel, in other words and with a date', async (stage) => {
  const anna = await stage.person();
  const channel = await stage.channel(anna);
  const visit = await stage.visit(anna, { channel });
  await visit.say('The beamer is broken');
  await visit.chooseInPostMenu('The beamer is broken', 'Add to my to-dos');
  const dialog = visit.page.getByRole('dialog', { name: 'Add a to-do' });
  const text = dialog.getByLabel('What is to be done');
  expect(await text.inputValue()).toBe('The beamer is broken');
  for (const field of await dialog.getByRole('textbox').all())
    expect((await field.boundingBox())?.height).toBeGreaterThan(10);
  await text.fill('Mend the beamer');
  await dialog.getByLabel('Date in words').fill('tomorrow 5pm');
  await dialog.getByText('Tomorrow, 5:00 PM').waitFor();
  await dialog.getByLabel('List').selectOption({ label: channel.display_name });
  await text.press('Enter');
  await visit.page
    .getByRole('status')
    .filter({ hasText: `Added to ${channel.display_name}` })
    .waitFor();
  await dialog.waitFor({ state: 'hidden' });
  const [added] = (await listOf(anna, channel.id)).todos;
  expect(added).toMatchObject({ text: 'Mend the beamer', due: expect.stringMatching(/T17:00$/) });
  expect(await textsOf(anna, 'me')).toEqual([]);
});

scenario(
  'what a message asks for is asked of somebody, who may read it and has a way back to it',
  async (stage) => {
    const [anna, ben] = [await stage.person('anna'), await stage.person('ben')];
    const channel = await stage.channel(anna, ben);
    const visit = await stage.visit(anna, { channel });
    await visit.say('The beamer is broken');
    await visit.chooseInPostMenu('The beamer is broken', 'Add to my to-dos');
    const dialog = visit.page.getByRole('dialog', { name: 'Add a to-do' });
    await dialog.getByLabel('List').selectOption({ label: 'Somebody else…' });
    const field = dialog.getByRole('combobox', { name: 'Send to' });
    const widths = await dialog.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(widths[0]).toBe(widths[1]);
    await field.fill(ben.username);
    await dialog.getByRole('option', { name: ben.username }).click();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await visit.page
      .getByRole('status')
      .filter({ hasText: `Sent to ${ben.username}: The beamer is broken` })
      .waitFor();
    const { todos } = await ben.call<TodosView>('GET', `${API_PATH}/requests`);
    expect(todos).toMatchObject([{ text: 'The beamer is broken', source: { channelId: channel.id } }]);
    expect(await textsOf(anna, 'me')).toEqual([]);
  },
);

scenario('a message is left as it is by Escape, and the focus comes back to it', async (stage) => {
  const anna = await stage.person();
  const visit = await stage.visit(anna, { channel: await stage.channel(anna) });
  await visit.say('Nothing to do here');
  await visit.chooseInPostMenu('Nothing to do here', 'Add to my to-dos');
  await visit.page.getByRole('dialog').getByLabel('What is to be done').press('Escape');
  await visit.page.getByRole('dialog').waitFor({ state: 'hidden' });
  const message = visit.post('Nothing to do here');
  await eventually(async () =>
    expect(await message.evaluate((post) => post.contains(document.activeElement))).toBe(true),
  );
  expect(await textsOf(anna, 'me')).toEqual([]);
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
