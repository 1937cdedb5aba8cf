import { expect } from '@jest/globals';
import type { Stage } from './stage/stage.ts';
import { botOf } from './stage/bot-of.ts';
import { choose } from './stage/choose.ts';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodos, textsOf } from './stage/todos.ts';

const { scenario } = scenarios();

async function writesToBot(stage: Stage) {
  const anna = await stage.person();
  const visit = await stage.visit(anna);
  await visit.writeTo(await botOf(anna));
  return { anna, visit };
}

scenario('what was added is taken back below the answer, which then says so', async (stage) => {
  const { anna, visit } = await writesToBot(stage);
  await visit.say('Buy milk');
  await visit.post('Added: ').getByRole('button', { name: 'Undo' }).click();
  await visit.post('Adding undone: ').waitFor();
  expect(await visit.page.getByText('Added: ').count()).toBe(0);
  expect(await textsOf(anna, 'me')).toEqual([]);
});

scenario('one of several is chosen below the question which of them was meant', async (stage) => {
  const { anna, visit } = await writesToBot(stage);
  for (const text of ['Red apples', 'Red pears']) {
    await visit.say(text);
    await visit.post(`Added: `).filter({ hasText: text }).waitFor();
  }
  await visit.say('done red');
  await visit.post('More than one').getByRole('button', { name: 'Red pears' }).click();
  await visit.post('Done: ').getByRole('button', { name: 'Undo' }).waitFor();
  expect(await textsOf(anna, 'me')).toEqual(['Red apples']);
});

scenario('a list is ticked and added to where the bot shows it', async (stage) => {
  const { anna, visit } = await writesToBot(stage);
  await visit.say('Buy milk');
  await visit.post('Added: ').waitFor();
  await visit.say('list');
  await choose(visit.post('1 open'), 'Done…', '1 Buy milk');
  await visit.post('Nothing to do').getByRole('button', { name: 'Add…' }).click();
  const dialog = visit.page.getByRole('dialog');
  await dialog.getByLabel('What is to be done').fill('Buy bread');
  await dialog.getByLabel('Time').fill('tomorrow 5pm');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await visit.post('1 open').filter({ hasText: 'Buy bread · tomorrow 5:00 PM' }).waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await eventually(async () => expect(await textsOf(anna, 'me')).toEqual(['Buy bread']));
});

scenario('a long list is read page by page in its post', async (stage) => {
  const { anna, visit } = await writesToBot(stage);
  const texts = Array.from({ length: 30 }, (_, at) => `Thing ${at + 1}`);
  await addTodos(anna, 'me', texts);
  await visit.say('list');
  await visit.post('30 open').getByRole('button', { name: 'Next page' }).click();
  const second = visit.post('30 open, 26 to 30');
  await second.filter({ hasText: 'Thing 30' }).waitFor();
  await choose(second, 'Done…', '26 Thing 26');
  await visit.post('29 open, 26 to 29').getByRole('button', { name: 'Previous page' }).click();
  await visit.post('29 open').filter({ hasText: 'Thing 25' }).waitFor();
});
