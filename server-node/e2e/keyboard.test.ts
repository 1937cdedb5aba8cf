import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import type { Visit } from './stage/visit.ts';
import { addTodos, changeTodo, textsOf } from './stage/todos.ts';

const { scenario } = scenarios();

const hasFocus = ({ page }: Visit, element: Locator) => element.and(page.locator(':focus')).waitFor();

/** Presses the key until the focus is there. */
async function tabTo(visit: Visit, element: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    if ((await element.and(visit.page.locator(':focus')).count()) > 0) return;
    await visit.page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead there.`);
}

scenario('every key of the sheet does what the sheet says', async (stage) => {
  const anna = await stage.person();
  const [old] = await addTodos(anna, 'me', ['Old', 'Buy milk', 'Call Ben', 'Water the plants']);
  await changeTodo(anna, old?.id ?? '', { state: 'done' });
  const visit = await stage.visit(anna);
  const sidebar = await visit.openSidebar();
  const { keyboard } = visit.page;
  const isAt = (text: string) => hasFocus(visit, sidebar.check(text));
  await hasFocus(visit, sidebar.field);

  await tabTo(visit, sidebar.check('Buy milk'));
  await tabTo(visit, sidebar.doneGroup);
  await keyboard.press('Enter');
  await sidebar.check('Old').waitFor();
  await tabTo(visit, sidebar.check('Buy milk'), 'Shift+Tab');
  await isAt('Buy milk');
  for (const [key, text] of [
    ['ArrowDown', 'Call Ben'],
    ['ArrowUp', 'Buy milk'],
    ['PageDown', 'Old'],
    ['PageUp', 'Buy milk'],
    ['End', 'Old'],
    ['Home', 'Buy milk'],
    ['ArrowDown', 'Call Ben'],
  ] as const) {
    await keyboard.press(key);
    await isAt(text);
  }

  await keyboard.press('Shift+ArrowDown');
  await isAt('Water the plants');
  await sidebar.root.getByRole('toolbar', { name: '2 selected' }).waitFor();
  await keyboard.press('Escape');
  await sidebar.root.getByRole('toolbar').waitFor({ state: 'detached' });
  await keyboard.press('ArrowUp');
  await isAt('Call Ben');

  await keyboard.press('Space');
  await eventually(async () => expect(await textsOf(anna, 'me', 'done')).toContain('Call Ben'));
  await keyboard.press('Space');
  await eventually(async () => expect(await textsOf(anna, 'me', 'done')).toEqual(['Old']));
  await isAt('Call Ben');

  await keyboard.press('e');
  await hasFocus(visit, sidebar.editor);
  await keyboard.type(' again');
  await keyboard.press('Enter');
  await isAt('Call Ben again');
  await keyboard.press('Enter');
  await sidebar.row('Call Ben again').getByRole('button', { name: 'Edit' }).waitFor();
  await keyboard.press('Escape');
  await keyboard.press('e');
  await keyboard.type(' and Eve');
  await keyboard.press('Escape');
  await isAt('Call Ben again');
  await sidebar.root.getByText('Not saved: Call Ben again and Eve').waitFor();

  await keyboard.press('d');
  await hasFocus(visit, sidebar.root.getByRole('textbox', { name: 'Date in words' }));
  await keyboard.press('Escape');
  await isAt('Call Ben again');

  await keyboard.press('Delete');
  await isAt('Water the plants');
  expect(await sidebar.openTexts()).toEqual(['Buy milk', 'Water the plants']);
  await keyboard.press('Control+z');
  await eventually(async () =>
    expect(await sidebar.openTexts()).toEqual(['Buy milk', 'Call Ben again', 'Water the plants']),
  );

  await keyboard.press('?');
  const sheet = sidebar.root.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await hasFocus(visit, sheet.getByRole('button', { name: 'Close' }));
  await keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await isAt('Water the plants');

  await keyboard.press('/');
  await hasFocus(visit, sidebar.root.getByRole('textbox', { name: 'Search' }));
  await keyboard.type('ben');
  await sidebar.check('Buy milk').waitFor({ state: 'detached' });
  await keyboard.press('ArrowDown');
  await isAt('Call Ben again');
  await keyboard.press('Escape');
  await hasFocus(visit, sidebar.field);

  await tabTo(visit, sidebar.check('Call Ben again'));
  for (const [letter, name] of [
    ['r', 'Requests'],
    ['c', 'This channel'],
    ['m', 'My to-dos'],
  ] as const) {
    await keyboard.press('g');
    await keyboard.press(letter);
    await hasFocus(visit, sidebar.tab(name));
  }

  await tabTo(visit, sidebar.check('Buy milk'));
  await keyboard.press('n');
  await hasFocus(visit, sidebar.field);
  await keyboard.type('Never typed');
  await keyboard.press('Escape');
  await hasFocus(visit, visit.composer('channel'));
  expect(await sidebar.field.inputValue()).toBe('Never typed');
  await sidebar.check('Buy milk').focus();
  await keyboard.press('Escape');
  await hasFocus(visit, visit.composer('channel'));
  expect(await textsOf(anna, 'me')).toEqual(['Buy milk', 'Call Ben again', 'Water the plants']);
});

scenario('a row to which the arrows lead is not under the label of its group', async (stage) => {
  const { person, visit, sidebar } = await stage.newcomer();
  const texts = Array.from({ length: 30 }, (_none, index) => `Number ${index}`);
  await addTodos(person, 'me', texts);
  await sidebar.add('Buy milk tomorrow');
  await sidebar.check('Number 29').focus();
  for (const text of texts.slice(0, -1).reverse()) {
    await visit.page.keyboard.press('ArrowUp');
    await eventually(async () =>
      expect([text, await sidebar.check(text).evaluate(isCovered)]).toEqual([text, false]),
    );
  }
});

const isCovered = (check: Element): boolean => {
  const row = check.closest('li');
  const { left, top } = row?.getBoundingClientRect() ?? { left: 0, top: 0 };
  // Over the very edge lies what Mattermost's sidebar is made wider by.
  return row?.contains(document.elementFromPoint(left + 20, top + 4)) !== true;
};

scenario('the arrows move along the tabs, and the list of the channel is one Tab away', async (stage) => {
  const anna = await stage.person();
  const channel = await stage.channel(anna);
  const visit = await stage.visit(anna, { channel });
  const sidebar = await visit.openSidebar();
  await hasFocus(visit, sidebar.field);
  await sidebar.tab('My to-dos').focus();
  await visit.page.keyboard.press('ArrowRight');
  await hasFocus(visit, sidebar.tab('This channel'));
  expect(await sidebar.tab('This channel').getAttribute('aria-selected')).toBe('true');
  await tabTo(visit, sidebar.root.getByRole('textbox', { name: `Add to ${channel.display_name}` }));
  await visit.page.keyboard.type('Book a room');
  await visit.page.keyboard.press('Enter');
  await sidebar.check('Book a room').waitFor();
});

scenario('keys are only ours while the focus is in the sidebar and nobody types', async (stage) => {
  const { person, visit, sidebar } = await stage.newcomer();
  await addTodos(person, 'me', ['Buy milk']);
  await sidebar.check('Buy milk').waitFor();
  await hasFocus(visit, sidebar.field);
  await visit.page.keyboard.type('e n ?');
  expect(await sidebar.field.inputValue()).toBe('e n ?');
  await visit.composer('channel').click();
  await visit.page.keyboard.type('n e ?');
  expect(await visit.composer('channel').inputValue()).toBe('n e ?');
  expect(await sidebar.openTexts()).toEqual(['Buy milk']);
});

scenario('several pasted lines are one to-do or one each, as the person says by key', async (stage) => {
  const { person, visit, sidebar } = await stage.newcomer();
  const { keyboard } = visit.page;
  // A sidebar takes the focus a moment after it opened.
  await hasFocus(visit, sidebar.field);
  await visit.type('- milk\n- bread');
  await keyboard.press('Control+a');
  await keyboard.press('Control+x');
  await sidebar.field.focus();
  await keyboard.press('Control+v');
  await keyboard.press('Enter');
  await hasFocus(visit, sidebar.root.getByRole('button', { name: 'One to-do with notes' }));
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await hasFocus(visit, sidebar.field);
  await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['milk', 'bread']));
});

scenario('the sidebar opens and closes by keyboard: its icon takes Enter and Space', async (stage) => {
  const visit = await stage.visit(await stage.person());
  const { keyboard } = visit.page;
  const button = visit.page.getByRole('button').filter({ has: visit.icon() }).last();
  await button.focus();
  await keyboard.press('Enter');
  const sidebar = visit.sidebar;
  await hasFocus(visit, sidebar.field);
  await button.focus();
  await keyboard.press('Space');
  await sidebar.root.waitFor({ state: 'detached' });
});

scenario('/todo open shows the sidebar, ready to be written in', async (stage) => {
  const visit = await stage.visit(await stage.person());
  await visit.say('/todo open');
  await hasFocus(visit, visit.sidebar.field);
  await visit.composer('channel').focus();
  await visit.say('/todo open');
  await hasFocus(visit, visit.sidebar.field);
});

scenario(
  'Tab to a link below the second line of a to-do shows all lines, and leaves the first one there',
  async (stage) => {
    const anna = await stage.person();
    const link = 'https://example.com/minutes';
    const text = `${'Read what was agreed on about the office, and answer '.repeat(4)}${link}`;
    await addTodos(anna, 'me', [text]);
    const visit = await stage.visit(anna);
    const sidebar = await visit.openSidebar();
    const written = sidebar.row(text).locator('.todo-node-text');
    const lines = () => written.evaluate((element) => element.clientHeight);
    const folded = await lines();
    await hasFocus(visit, sidebar.field);
    await tabTo(visit, sidebar.row(text).getByRole('link'));
    expect(await lines()).toBeGreaterThan(folded);
    await tabTo(visit, sidebar.field, 'Shift+Tab');
    expect(await lines()).toBe(folded);
    expect(await written.evaluate((element) => element.scrollTop)).toBe(0);
  },
);
