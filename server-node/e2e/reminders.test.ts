import { expect } from '@jest/globals';
import { botOf } from './stage/bot-of.ts';
import { choose } from './stage/choose.ts';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { listOf, textsOf } from './stage/todos.ts';

const { scenario } = scenarios();

/** A reminder comes at the full minute after the one that was asked for, never before. */
const AT_THE_NEXT_MINUTE = { timeout: 140_000 };

scenario(
  'what is due now is said by the bot, snoozed, taken back, and ticked in that message',
  async (stage) => {
    const anna = await stage.person();
    const visit = await stage.visit(anna);
    await visit.writeTo(await botOf(anna));
    await visit.say('Call Bob in 1 minute');
    await visit.post('Added: ').filter({ hasText: 'today' }).waitFor();
    const due = async () => (await listOf(anna, 'me')).todos.map((todo) => todo.due);
    const [soon] = await due();

    const reminder = visit.post('Reminder: ');
    await reminder.waitFor(AT_THE_NEXT_MINUTE);
    expect(await reminder.textContent()).toContain('Call Bob');
    await choose(reminder, 'Snooze…', '1 hour');
    const snoozed = visit.post('Snoozed until ');
    await snoozed.waitFor();
    expect(await reminder.count()).toBe(0);
    expect(await due()).not.toEqual([soon]);

    await snoozed.getByRole('button', { name: 'Undo' }).click();
    const takenBack = visit.post('Snoozing undone: ');
    await takenBack.waitFor();
    expect(await due()).toEqual([soon]);
    await takenBack.getByRole('button', { name: 'Done' }).click();
    await visit.post('Done: ').waitFor();
    await eventually(async () => expect(await textsOf(anna, 'me', 'done')).toEqual(['Call Bob']));
  },
);
