import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { MeView } from '../src/contract/api.ts';
import { API_PATH } from '../src/contract/paths.ts';
import type { Sidebar } from './stage/sidebar.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodo, addTodos } from './stage/todos.ts';

const { scenario } = scenarios();

type Texts = Record<string, string>;

const readTexts = (name: string): Texts =>
  JSON.parse(readFileSync(new URL(`../../webapp/i18n/${name}.json`, import.meta.url), 'utf8')) as Texts;
const textsIn = (locale: string): Texts => ({ ...readTexts(locale), ...readTexts(`sidebar/${locale}`) });

const LONG =
  'Write the migration plan: numbers, and the questions of the last review, `so-that-nobody-asks-them-twice`';

for (const locale of ['en', 'zh-CN', 'ja'] as const) {
  scenario(`the sidebar, its title and the message menu speak ${locale}`, async (stage) => {
    const texts = textsIn(locale);
    const anna = await stage.person('anna', { locale });
    const channel = await stage.channel(anna);
    const visit = await stage.visit(anna, { channel });
    await visit.say('やること');
    await visit.chooseInPostMenu('やること', texts['addFromMessage'] ?? '');
    const dialog = visit.page.getByRole('dialog', { name: texts['fromMessage.title'] ?? '' });
    await dialog.getByLabel(texts['fromMessage.text'] ?? '').press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    const { root } = await visit.openSidebar();
    expect(await root.getAttribute('lang')).toBe(locale);
    expect(await visit.page.locator('.sidebar--right__title').innerText()).toBe(texts['title']);
    await root.getByRole('tab', { name: texts['tab.mine'] ?? '' }).waitFor();
    await root.getByRole('textbox', { name: texts['addMine'] ?? '' }).waitFor();
    await root.getByRole('checkbox', { name: 'やること' }).waitFor();
    await root.getByRole('region', { name: texts['open'] ?? '' }).waitFor();
    await root
      .getByRole('button', { name: texts['delete'] ?? '', exact: true })
      .waitFor({ state: 'attached' });
    await root.getByRole('tab', { name: texts['tab.channel'] ?? '' }).click();
    await root
      .getByRole('textbox', { name: texts['addToChannel']?.replace('{name}', channel.name) ?? '' })
      .waitFor();
    await root.getByText(texts['empty.title'] ?? '').waitFor();
  });
}

scenario(
  'who has Mattermost in Japanese types `/todo`, or writes to the bot, and reads Japanese',
  async (stage) => {
    const anna = await stage.person('anna', { locale: 'ja' });
    const visit = await stage.visit(anna, { channel: await stage.channel(anna) });
    await visit.say('/todo 牛乳を買う');
    await visit.post('追加しました：').waitFor();
    await visit.say('/todo');
    await visit.post('未完了 1 件').waitFor();
    await visit.say('/todo done 7');
    await visit.post('このリストに ToDo 7 はありません。').waitFor();
    const { bot } = await anna.call<MeView>('GET', `${API_PATH}/me`);
    await visit.writeTo(bot ?? { userId: '', username: '' });
    await visit.say('done 1');
    await visit.post('完了しました：').waitFor();
  },
);

scenario(
  'in the narrowest sidebar the tabs are short, and nothing is cut or runs out of it',
  async (stage) => {
    const { person, visit, sidebar } = await stage.newcomer();
    await addTodos(person, 'me', [LONG, 'Buy milk']);
    await sidebar.check('Buy milk').waitFor();
    expect(await sidebar.tab('My to-dos').innerText()).toBe('My to-dos');
    await visit.page
      .locator('#sidebar-right')
      .evaluate((panel) => panel.setAttribute('style', 'width: 304px !important; min-width: 304px'));
    await sidebar.tab('Mine').waitFor();
    await sidebar.press('Buy milk', 'Delete');
    await sidebar.undoBar.waitFor();
    expect(await stickingOut(sidebar)).toEqual([]);
  },
);

scenario('the fields of a date show their words whole', async (stage) => {
  const { person, sidebar } = await stage.newcomer();
  await addTodo(person, 'me', 'Buy milk');
  await sidebar.press('Buy milk', 'Date');
  const picker = sidebar.root.getByRole('dialog');
  await picker.getByLabel('Repeat').waitFor();
  expect(await picker.evaluate(tooNarrow)).toEqual([]);
});

scenario('on a telephone it fills the screen, and targets are large enough for a finger', async (stage) => {
  const anna = await stage.person();
  await addTodo(anna, 'me', LONG);
  const visit = await stage.visit(anna, { viewport: { width: 375, height: 720 } });
  const sidebar = await visit.openSidebar();
  await sidebar.root.getByRole('checkbox').waitFor();
  expect((await sidebar.root.boundingBox())?.width).toBeGreaterThan(370);
  expect(await stickingOut(sidebar)).toEqual([]);
  expect(await sizeOfTarget(sidebar)).toBeGreaterThanOrEqual(44);
  await sidebar.add('Buy milk');
  await sidebar.check('Buy milk').check();
  await sidebar.undoBar.getByRole('button', { name: 'Undo' }).click();
});

/** Elements that a person sees cut off at the sides, by their class. */
function stickingOut({ root }: Sidebar): Promise<string[]> {
  return root.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return [...element.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().width > 1)
      .filter(
        (one) =>
          one.getBoundingClientRect().right > box.right + 1 ||
          one.getBoundingClientRect().left < box.left - 1,
      )
      .map((one) => String(one.getAttribute('class')));
  });
}

/** The labels of fields that are narrower than what may stand in them. */
function tooNarrow(element: Element): (string | undefined)[] {
  const fields = [...element.querySelectorAll<HTMLElement>('label :is(input, select)')];
  return fields
    .filter((field) => {
      const given = field.getBoundingClientRect().width;
      field.style.width = 'max-content';
      const wanted = field.getBoundingClientRect().width;
      field.style.width = '';
      return given < wanted;
    })
    .map((field) => field.closest('label')?.innerText);
}

/** How far around its middle the first check box can be hit, in px. */
function sizeOfTarget({ root }: Sidebar): Promise<number> {
  return root
    .getByRole('checkbox')
    .first()
    .evaluate((check) => {
      const { x, y, width, height } = check.getBoundingClientRect();
      const [middleX, middleY] = [x + width / 2, y + height / 2];
      const hits = (byX: number, byY: number) =>
        check.closest('label')?.contains(document.elementFromPoint(middleX + byX, middleY + byY)) === true;
      let half = 0;
      while (half < 40 && hits(half, 0) && hits(-half, 0) && hits(0, half) && hits(0, -half)) half += 0.5;
      return 2 * half;
    });
}
