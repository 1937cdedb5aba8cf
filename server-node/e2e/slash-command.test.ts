import { expect } from '@jest/globals';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { textsOf } from './stage/todos.ts';

const { scenario } = scenarios();

scenario(
  '`/todo Buy milk`, `/todo` and `/todo done 1` are answered by the bot, for the person alone',
  async (stage) => {
    const [anna, ben] = [await stage.person('anna'), await stage.person('ben')];
    const channel = await stage.channel(anna, ben);
    const [annas, bens] = [await stage.visit(anna, { channel }), await stage.visit(ben, { channel })];

    await annas.say('/todo Buy milk');
    const added = annas.post('Added: ');
    await added.waitFor();
    expect(await added.innerText()).toMatch(/todo[\s\S]*\(Only visible to you\)[\s\S]*Buy milk/);
    await annas.say('/todo');
    await annas.post('1 open').waitFor();
    await annas.say('/todo done 1');
    await annas.post('Done: ').waitFor();
    expect(await textsOf(anna, 'me', 'done')).toEqual(['Buy milk']);

    await annas.say('That was all.');
    await bens.post('That was all.').waitFor();
    expect(await bens.page.getByText('Buy milk').count()).toBe(0);
  },
);

scenario('`/todo here Buy bread` adds to the list of the channel that it is typed in', async (stage) => {
  const anna = await stage.person();
  const channel = await stage.channel(anna);
  const visit = await stage.visit(anna, { channel });
  await visit.say('/todo here Buy bread');
  await visit.post('In the list of this channel').waitFor();
  expect(await textsOf(anna, channel.id)).toEqual(['Buy bread']);
  expect(await textsOf(anna, 'me')).toEqual([]);
});

scenario('in a thread the answer appears in that thread, and not in the channel', async (stage) => {
  const anna = await stage.person();
  const visit = await stage.visit(anna, { channel: await stage.channel(anna) });
  await visit.say('Who brings what?');
  await visit.openThread('Who brings what?');
  await visit.say('/todo Bring plates', 'thread');
  await visit.post('Added: ', 'thread').waitFor();
  expect(await visit.post('Added: ').count()).toBe(0);
});

scenario('the slash command of somebody else is left alone', async (stage) => {
  const anna = await stage.person();
  const visit = await stage.visit(anna, { channel: await stage.channel(anna) });
  await visit.say('/shrug nobody knows');
  await visit.post('nobody knows').waitFor();
  expect(await textsOf(anna, 'me')).toEqual([]);
});

scenario('`/todos` is not ours: the server says that it knows no such command', async (stage) => {
  const anna = await stage.person();
  const visit = await stage.visit(anna, { channel: await stage.channel(anna) });
  await visit.type('/todos Buy milk');
  await eventually(async () => {
    await visit.composer('channel').press('Enter');
    await visit.page.getByText(/trigger of '\/?todos' not found/).waitFor({ timeout: 2_000 });
  });
  expect(await visit.composer('channel').inputValue()).toBe('/todos Buy milk');
  expect(await textsOf(anna, 'me')).toEqual([]);
});
