import { expect } from '@jest/globals';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodo, addTodos, textsOf } from './stage/todos.ts';

const { scenario } = scenarios();

scenario('the icon opens the sidebar, with the focus in the field, and closes it again', async (stage) => {
  const { visit, sidebar } = await stage.newcomer();
  await sidebar.root.getByText('Nothing to do yet').waitFor();
  await sidebar.root
    .getByRole('textbox', { name: 'Add a to-do' })
    .and(visit.page.locator(':focus'))
    .waitFor();
  await visit.icon().click();
  await sidebar.root.waitFor({ state: 'detached' });
});

scenario('Enter adds a to-do and keeps the focus, so that several can be written in a row', async (stage) => {
  const { person, visit, sidebar } = await stage.newcomer();
  await sidebar.field.and(visit.page.locator(':focus')).waitFor();
  for (const text of ['Buy milk', 'Call **Ben**', '牛乳を買う']) {
    await visit.page.keyboard.insertText(text);
    await visit.page.keyboard.press('Enter');
  }
  await sidebar.check('Call Ben').waitFor();
  expect(await sidebar.openTexts()).toEqual(['Buy milk', 'Call Ben', '牛乳を買う']);
  await eventually(async () =>
    expect(await textsOf(person, 'me')).toEqual(['Buy milk', 'Call **Ben**', '牛乳を買う']),
  );
  expect(await sidebar.field.inputValue()).toBe('');
});

scenario('a text that is too long is not sent, and its author is told how much fits', async (stage) => {
  const { person, sidebar } = await stage.newcomer();
  await sidebar.add('a'.repeat(4_001));
  expect(await sidebar.alert.innerText()).toContain('4,001 characters; at most 4,000 fit');
  await sidebar.add('a'.repeat(4_000));
  await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['a'.repeat(4_000)]));
});

scenario('a to-do is ticked, folds in among the done ones, and is unticked there', async (stage) => {
  const { person, sidebar } = await stage.newcomer();
  await addTodos(person, 'me', ['Buy milk', 'Call Ben']);
  await sidebar.check('Buy milk').check();
  await eventually(async () => expect(await sidebar.openTexts()).toEqual(['Call Ben']));
  expect(await textsOf(person, 'me', 'done')).toEqual(['Buy milk']);
  expect(await sidebar.doneGroup.getAttribute('aria-expanded')).toBe('false');
  expect(await sidebar.check('Buy milk').count()).toBe(0);

  await sidebar.doneGroup.click();
  await sidebar.check('Buy milk').uncheck();
  await eventually(async () => expect(await sidebar.openTexts()).toEqual(['Buy milk', 'Call Ben']));
  await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['Buy milk', 'Call Ben']));
});

scenario('a text is edited in place: Enter keeps the change, Escape does not', async (stage) => {
  const { person, sidebar } = await stage.newcomer();
  await addTodo(person, 'me', 'Buy milk');
  await sidebar.row('Buy milk').getByText('Buy milk').click();
  await sidebar.row('Buy milk').getByRole('button', { name: 'Edit' }).click();
  await sidebar.editor.fill('Buy oat milk');
  await sidebar.editor.press('Escape');
  await sidebar.editor.waitFor({ state: 'detached' });
  expect(await sidebar.openTexts()).toEqual(['Buy milk']);

  await sidebar.press('Buy milk', 'Edit');
  await sidebar.editor.fill('Buy soy milk');
  await sidebar.editor.press('Enter');
  await sidebar.check('Buy soy milk').waitFor();
  await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['Buy soy milk']));
});

scenario('a deleted to-do comes back by Undo, at its old place and with its number', async (stage) => {
  const { person, sidebar } = await stage.newcomer();
  await addTodos(person, 'me', ['Buy milk', 'Call Ben', 'Water the plants']);
  await sidebar.press('Call Ben', 'Delete');
  await sidebar.undoBar.getByText('Deleted: Call Ben').waitFor();
  expect(await sidebar.openTexts()).toEqual(['Buy milk', 'Water the plants']);
  await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['Buy milk', 'Water the plants']));

  await sidebar.undoBar.getByRole('button', { name: 'Undo' }).click();
  await sidebar.check('Call Ben').waitFor();
  expect(await sidebar.openTexts()).toEqual(['Buy milk', 'Call Ben', 'Water the plants']);
  await eventually(async () => expect(await textsOf(person, 'me')).toHaveLength(3));
  await eventually(async () => expect(await sidebar.row('Call Ben').innerText()).toMatch(/2\s*$/));
});

scenario('Control Z takes back one change after the other', async (stage) => {
  const { person, visit, sidebar } = await stage.newcomer();
  await addTodos(person, 'me', ['Buy milk', 'Call Ben']);
  await sidebar.check('Buy milk').check();
  await sidebar.press('Call Ben', 'Delete');
  await eventually(async () => expect(await sidebar.openTexts()).toEqual([]));
  await sidebar.doneGroup.focus();
  await visit.page.keyboard.press('Control+z');
  await eventually(async () => expect(await sidebar.openTexts()).toEqual(['Call Ben']));
  await visit.page.keyboard.press('Control+z');
  await eventually(async () => expect(await sidebar.openTexts()).toEqual(['Buy milk', 'Call Ben']));
  await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['Buy milk', 'Call Ben']));
});

scenario('the count on the icon follows what is added, ticked and deleted', async (stage) => {
  const { visit, sidebar } = await stage.newcomer();
  const icon = () => visit.icon().textContent();
  expect(await icon()).toContain('No open to-dos');
  await sidebar.add('Buy milk');
  await sidebar.add('Call Ben');
  await eventually(async () => expect(await icon()).toContain('2 open'));
  await sidebar.check('Buy milk').check();
  await eventually(async () => expect(await icon()).toContain('1 open'));
  await sidebar.press('Call Ben', 'Delete');
  await eventually(async () => expect(await icon()).toContain('No open to-dos'));
  await visit.say('/todo Water the plants');
  await eventually(async () => expect(await icon()).toContain('1 open'));
});

scenario('Enter that only picks a word of an input method adds nothing', async (stage) => {
  const { person, visit, sidebar } = await stage.newcomer();
  const keys = await visit.context.newCDPSession(visit.page);
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
  await sidebar.field.focus();
  await keys.send('Input.imeSetComposition', { text: 'かう', selectionStart: 2, selectionEnd: 2 });
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await keys.send('Input.insertText', { text: '買う' });
  await eventually(async () => expect(await sidebar.field.inputValue()).toBe('買う'));
  expect(await sidebar.root.getByRole('checkbox').count()).toBe(0);
  await visit.page.keyboard.press('Enter');
  await sidebar.check('買う').waitFor();
  await eventually(async () => expect(await textsOf(person, 'me')).toEqual(['買う']));
});

scenario('a thousand to-dos are all there, and the list stays usable', async (stage) => {
  const [anna, ben] = [await stage.person('anna'), await stage.person('ben')];
  const channel = await stage.channel(anna, ben);
  for (const [person, first] of [
    [anna, 0],
    [ben, 500],
  ] as const) {
    for (let at = first; at < first + 500; at += 10) {
      await Promise.all(
        Array.from({ length: 10 }, (_, more) => addTodo(person, channel.id, `To-do ${at + more}`)),
      );
    }
  }
  const visit = await stage.visit(anna, { channel });
  const sidebar = await visit.openSidebar();
  await sidebar.choose('This channel');
  await sidebar.add('One more');
  await sidebar.check('One more').check();
  await eventually(async () => expect(await sidebar.root.getByRole('checkbox').count()).toBe(1_000), 60_000);
  await sidebar.check('To-do 777').check();
  await eventually(async () =>
    expect((await textsOf(anna, channel.id, 'done')).sort()).toEqual(['One more', 'To-do 777']),
  );
});
