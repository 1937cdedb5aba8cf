import { expect } from '@jest/globals';
import { seriousFaults } from './stage/accessibility.ts';
import type { Tastes } from './stage/people.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodos, changeTodo } from './stage/todos.ts';

const { scenario } = scenarios();

const TEXTS = [
  'Order the **certificate**',
  'Read [the draft](https://example.com/draft) and `#notes`',
  'Ask @ben :tada:',
  '牛乳を買う',
];

const LOOKS: [string, Tastes][] = [
  ['English', {}],
  ['the dark theme', { dark: true }],
  ['Simplified Chinese', { locale: 'zh-CN' }],
  ['Japanese', { locale: 'ja' }],
];

for (const [look, tastes] of LOOKS) {
  scenario(`axe finds nothing serious in any state of the sidebar, in ${look}`, async (stage) => {
    const { person, visit, sidebar } = await stage.newcomer('anna', tastes);
    const { root } = sidebar;
    await root.getByRole('heading').waitFor();
    expect({ empty: await seriousFaults(sidebar) }).toEqual({ empty: [] });

    const todos = await addTodos(person, 'me', TEXTS);
    const [first] = todos;
    await changeTodo(person, first?.id ?? '', { state: 'done' });
    await root.getByRole('checkbox').nth(2).waitFor();
    expect({ list: await seriousFaults(sidebar) }).toEqual({ list: [] });

    await root.locator('h3 button[aria-expanded]').click();
    await root.getByRole('checkbox').nth(3).waitFor();
    expect({ done: await seriousFaults(sidebar) }).toEqual({ done: [] });

    await root.getByRole('checkbox').first().focus();
    await visit.page.keyboard.press('Shift+ArrowDown');
    await root.getByRole('toolbar').waitFor();
    expect({ selected: await seriousFaults(sidebar) }).toEqual({ selected: [] });
    await visit.page.keyboard.press('Escape');

    await root.getByRole('checkbox').first().focus();
    await visit.page.keyboard.press('/');
    await visit.page.keyboard.type('nowhere');
    await root.getByRole('heading').first().waitFor();
    expect({ search: await seriousFaults(sidebar) }).toEqual({ search: [] });
    await visit.page.keyboard.press('Escape');
    await root.locator('textarea:focus').waitFor();

    await root.getByRole('checkbox').first().focus();
    await visit.page.keyboard.press('Enter');
    await root.locator('.todo-node-whole').waitFor();
    expect({ whole: await seriousFaults(sidebar) }).toEqual({ whole: [] });
    await visit.page.keyboard.press('Escape');

    await visit.page.keyboard.press('e');
    await root.getByRole('textbox').nth(1).waitFor();
    expect({ editing: await seriousFaults(sidebar) }).toEqual({ editing: [] });
    await visit.page.keyboard.type(' now');
    const [, second] = todos;
    await changeTodo(person, second?.id ?? '', { state: 'done' });
    await root.locator('.todo-node-theirs').waitFor();
    expect({ conflict: await seriousFaults(sidebar) }).toEqual({ conflict: [] });
    await visit.page.keyboard.press('Escape');
    await root.locator('.todo-node-kept-draft').waitFor();
    expect({ unsaved: await seriousFaults(sidebar) }).toEqual({ unsaved: [] });
    await changeTodo(person, second?.id ?? '', { state: 'open' });
    await root.getByRole('checkbox', { checked: true }).nth(1).waitFor({ state: 'detached' });
    await root.getByRole('checkbox').first().focus();

    await visit.page.keyboard.press('Delete');
    await root.getByRole('group').waitFor();
    expect({ undoBar: await seriousFaults(sidebar) }).toEqual({ undoBar: [] });

    await root.getByRole('tabpanel').getByRole('textbox').fill('\u200b');
    await visit.page.keyboard.press('Enter');
    await root.getByRole('alert').waitFor();
    expect({ refused: await seriousFaults(sidebar) }).toEqual({ refused: [] });

    await visit.context.setOffline(true);
    await visit.page.keyboard.type('Written on the train');
    await visit.page.keyboard.press('Enter');
    await root.getByRole('alert').nth(1).waitFor();
    expect({ offline: await seriousFaults(sidebar) }).toEqual({ offline: [] });

    await root.getByRole('checkbox').first().focus();
    await visit.page.keyboard.press('?');
    await root.getByRole('dialog').waitFor();
    expect({ keys: await seriousFaults(sidebar) }).toEqual({ keys: [] });
    await visit.page.keyboard.press('Escape');
    await root.locator('[aria-haspopup="menu"]').click();
    await root.getByRole('menu').waitFor();
    expect({ menu: await seriousFaults(sidebar) }).toEqual({ menu: [] });
  });
}
