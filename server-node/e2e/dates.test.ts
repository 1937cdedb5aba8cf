import { expect } from '@jest/globals';
import { scenarios } from './stage/scenarios.ts';
import { eventually } from './stage/eventually.ts';
import { listOf } from './stage/todos.ts';

const { scenario } = scenarios();

scenario('a date is typed, seen, kept as it was seen, and moved by keys alone', async (stage) => {
  const { person, visit, sidebar } = await stage.newcomer();
  const { keyboard } = visit.page;
  const kept = async () =>
    (await listOf(person, 'me')).todos.map(({ text, due, repeat }) => [text, due, repeat]);
  await sidebar.field.fill('Send the invoice 4 December 2099 at 17:00 every month');
  await sidebar.root.getByRole('button', { name: /^Fri, Dec 4, 2099, .*Keep as text/ }).waitFor();
  await sidebar.root.getByRole('button', { name: /^Every month.*Keep as text/ }).waitFor();
  await keyboard.press('Enter');
  await eventually(async () =>
    expect(await kept()).toEqual([
      ['Send the invoice', '2099-12-04T17:00', expect.stringContaining('FREQ=MONTHLY')],
    ]),
  );
  await sidebar.root.getByRole('region', { name: /^Upcoming/ }).waitFor();

  await sidebar.field.fill('Call Ben tomorrow');
  await sidebar.root.getByRole('button', { name: /Keep as text/ }).waitFor();
  await keyboard.press('Backspace');
  await keyboard.press('Enter');
  await eventually(async () => expect((await kept())[1]).toEqual(['Call Ben tomorrow', null, null]));

  await sidebar.check('Call Ben tomorrow').focus();
  await keyboard.press('e');
  await keyboard.type(', and what follows');
  await keyboard.press('Enter');
  await eventually(async () =>
    expect((await kept())[1]).toEqual(['Call Ben tomorrow, and what follows', null, null]),
  );

  await sidebar.check('Call Ben tomorrow, and what follows').focus();
  await keyboard.press('d');
  await keyboard.type('31 December 2098');
  await sidebar.root.getByText('Wed, Dec 31, 2098').waitFor();
  await keyboard.press('Enter');
  await eventually(async () =>
    expect((await kept())[1]).toEqual(['Call Ben tomorrow, and what follows', '2098-12-31', null]),
  );
  await sidebar.check('Call Ben tomorrow, and what follows').and(visit.page.locator(':focus')).waitFor();
  await keyboard.press('Control+z');
  await eventually(async () => expect((await kept())[1]?.[1]).toBeNull());
});
