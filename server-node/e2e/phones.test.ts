import { expect } from '@jest/globals';
import type { TodosView } from '../src/contract/api.ts';
import { API_PATH } from '../src/contract/paths.ts';
import { botOf } from './stage/bot-of.ts';
import { Phone } from './stage/phone.ts';
import { scenarios } from './stage/scenarios.ts';
import type { Stage } from './stage/stage.ts';
import { addTodos, listOf, textsOf } from './stage/todos.ts';

const { scenario } = scenarios();

/** Somebody who has nothing but a phone. */
function onPhone(
  sentence: string,
  act: (
    phone: Phone,
    parts: { stage: Stage; anna: Awaited<ReturnType<Stage['person']>>; bot: string },
  ) => Promise<void>,
): void {
  scenario(sentence, async (stage) => {
    const anna = await stage.person();
    const phone = await Phone.open(stage.site, anna);
    try {
      await act(phone, { stage, anna, bot: await phone.directChannel((await botOf(anna)).userId) });
    } finally {
      phone.close();
    }
  });
}

onPhone(
  'on a phone one adds, ticks and takes back in the direct channel with the bot',
  async (phone, { anna, bot }) => {
    await phone.say(bot, 'Buy milk');
    const added = await phone.post(bot, 'Added: ');
    expect(phone.labels(added)).toContain('Undo');
    await phone.say(bot, 'list');
    const list = await phone.post(bot, '1 open');
    await phone.press(list, 'Done…', '1 Buy milk');
    const ticked = await phone.rewritten(list, 'Done: **1** Buy milk');
    expect(await textsOf(anna, 'me', 'done')).toEqual(['Buy milk']);
    await phone.press(ticked, 'Undo');
    await phone.rewritten(list, 'Completing undone: ');
    expect(await textsOf(anna, 'me')).toEqual(['Buy milk']);
  },
);

onPhone('on a phone one reads a long list page by page', async (phone, { anna, bot }) => {
  await addTodos(
    anna,
    'me',
    Array.from({ length: 27 }, (_, at) => `Thing ${at + 1}`),
  );
  await phone.say(bot, 'list');
  const list = await phone.post(bot, '27 open');
  expect(phone.labels(list)).toEqual(['Done…', 'Next page', 'Add…']);
  await phone.press(list, 'Next page');
  const second = await phone.rewritten(list, '26 to 27');
  await phone.press(second, 'Done…', '27 Thing 27');
  const ticked = await phone.rewritten(list, 'Done: **27** Thing 27');
  await phone.press(ticked, 'Previous page');
  expect((await phone.rewritten(list, /^\*\*26 open\*\*\n/)).message).toContain('Thing 25');
});

onPhone(
  'on a phone one adds in a dialog, with a date and for a channel',
  async (phone, { stage, anna, bot }) => {
    const channel = await stage.channel(anna);
    await phone.say(bot, 'list');
    const list = await phone.post(bot, 'Nothing to do');
    await phone.press(list, 'Add…');
    const dialog = await phone.dialog();
    expect(dialog.dialog.elements.map(({ name }) => name)).toEqual([
      ...['text', 'day', 'time', 'list', 'person'],
    ]);
    const refused = await phone.fillIn(dialog, bot, { text: 'Pay', day: 'banana', time: '', list: '' });
    expect(refused.errors).toEqual({ day: expect.stringContaining('banana') });
    expect(
      await phone.fillIn(dialog, bot, { text: 'Pay', day: '2036-12-04', time: '5pm', list: null }),
    ).toEqual({});
    await phone.rewritten(list, 'Added: **1** Pay');
    expect((await listOf(anna, 'me')).todos).toMatchObject([{ text: 'Pay', due: '2036-12-04T17:00' }]);

    await phone.fillIn(dialog, bot, { text: 'Water the plants', day: 'tomorrow', list: channel.id });
    expect((await phone.rewritten(list, 'Water the plants')).message).toContain(channel.name);
    expect(await textsOf(anna, channel.id)).toEqual(['Water the plants']);

    const ben = await stage.person('ben');
    await phone.fillIn(dialog, bot, { text: 'Review the plan', person: ben.userId });
    await phone.rewritten(list, 'Review the plan');
    const { todos } = await ben.call<TodosView>('GET', `${API_PATH}/requests`);
    expect(todos).toMatchObject([{ text: 'Review the plan', creatorId: anna.userId }]);
  },
);

onPhone(
  'on a phone a request has its answers for as long as it waits, whatever becomes of it elsewhere',
  async (phone, { stage, anna, bot }) => {
    const ben = await stage.person('ben');
    const channel = await stage.channel(ben);
    const typed = (command: string) =>
      ben.call('POST', '/api/v4/commands/execute', {
        ...{ channel_id: channel.id, team_id: stage.site.team.id, root_id: '', parent_id: '' },
        command: `/todo ${command}`,
      });
    await typed(`send @${anna.username} Review the plan`);
    const asked = await phone.post(bot, 'Review the plan · from');
    expect(phone.labels(asked)).toEqual(['Accept', 'Decline…', 'Done']);
    await phone.press(asked, 'Accept');
    const accepted = await phone.rewritten(asked, 'Accepted: ');
    await phone.press(accepted, 'Undo');
    const waiting = await phone.rewritten(asked, 'A request');
    expect(phone.labels(waiting)).toEqual(['Accept', 'Decline…', 'Done']);
    await typed('takeback plan');
    expect(phone.labels(await phone.rewritten(asked, 'taken back'))).toEqual([]);
  },
);

onPhone('on a phone one sees all of a to-do, and edits it in a dialog', async (phone, { anna, bot }) => {
  await phone.say(bot, 'Buy milk tomorrow');
  await phone.post(bot, 'Added: ');
  await phone.say(bot, 'note 1 from the farm');
  await phone.post(bot, 'Changed: ');
  await phone.say(bot, 'show 1');
  const shown = await phone.post(bot, '**1** Buy milk\ntomorrow');
  await phone.press(shown, 'Edit…');
  const dialog = await phone.dialog();
  expect(dialog.dialog.elements.map(({ name }) => name)).toEqual(['text', 'notes', 'day', 'time']);
  const edited = { text: 'Buy oat milk', notes: '', day: '2036-12-04', time: null };
  expect(await phone.fillIn(dialog, bot, edited)).toEqual({});
  await phone.rewritten(shown, 'no notes');
  const { todos } = await listOf(anna, 'me');
  expect(todos).toMatchObject([{ text: 'Buy oat milk', notes: '', due: '2036-12-04' }]);
});

onPhone(
  'on a phone one types commands, which are offered, in any channel',
  async (phone, { stage, anna }) => {
    const channel = await stage.channel(anna);
    expect(await phone.suggestions(channel.id, '/tod')).toContain('todo');
    await phone.execute(channel.id, '/todo Buy milk');
    expect(await phone.ephemeral('Added: ')).toContain('Buy milk');
    await phone.execute(channel.id, '/todo here Buy bread');
    expect(await phone.ephemeral('Buy bread')).toContain('Added: ');
    expect([await textsOf(anna, 'me'), await textsOf(anna, channel.id)]).toEqual([
      ['Buy milk'],
      ['Buy bread'],
    ]);
  },
);
