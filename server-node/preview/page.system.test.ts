import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../e2e/launch-chromium.ts';
import { callApi } from './contract/api-client.ts';
import { until } from './contract/integration.ts';
import { startStandIn, type StandIn } from './start-stand-in.ts';

const PATIENT_MS = 120_000;

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
}, PATIENT_MS);

afterAll(() => browser.close());

const SITES = [
  { basePath: '', react: '18' },
  { basePath: '/chat', react: '18' },
  { basePath: '', react: '19' },
] as const;

describe.each(SITES)('the page of a site at "$basePath" with React $react', ({ basePath, react }) => {
  let site: StandIn;
  let page: Page;
  const failures: string[] = [];

  beforeAll(async () => {
    site = await startStandIn({ basePath, react });
    const bundle = readFileSync(new URL('./tiny-plugin.js', import.meta.url));
    site.installPlugin({ id: 'tiny', webapp: { bundle_path: 'main.js' } }, { 'main.js': bundle });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, timezoneId: 'Asia/Tokyo' });
    page.on('pageerror', ({ message }) => failures.push(message));
    // The first visit builds the page.
    await page.goto(`${site.url}/`, { timeout: PATIENT_MS });
    await page.getByText('Log in as alice').click({ timeout: PATIENT_MS });
    await page.locator('#tiny-root').waitFor({ state: 'attached' });
  }, PATIENT_MS);

  afterAll(async () => {
    await page.close();
    await site.stop();
  });

  const type = async (text: string, id = 'post_textbox') => {
    await page.fill(`#${id}`, text);
    await page.press(`#${id}`, 'Enter');
  };
  const onWindow = (name: string) => page.evaluate(`window.${name}`);
  // The policy of the page forbids what Playwright's own waiting does.
  const become = (expression: string) => until(async () => (await page.evaluate(expression)) || undefined);
  const posts = () => [...site.site.world.posts.values()];

  it('gives plugins the React that was asked for', async () => {
    const versions = [await onWindow('React.version'), await onWindow('ReactDOM.version')];
    for (const version of versions) expect(version).toMatch(new RegExp(`^${react}\\.`));
  });

  it("tells the server the browser's time zone", () => {
    expect(site.site.world.users.get(site.seed.alice.id)?.timezone).toEqual({
      automaticTimezone: 'Asia/Tokyo',
      manualTimezone: '',
      useAutomaticTimezone: 'true',
    });
  });

  it('has a conversation with the bot for each who is offered at the login', () => {
    const { bot, ...seed } = site.seed;
    const names = [...site.site.world.channels.values()]
      .filter(({ type }) => type === 'D')
      .map(({ name }) => name);
    for (const { id } of [seed.alice, seed.bob, seed.carol])
      expect(names.some((name) => name.includes(id) && name.includes(bot.id))).toBe(true);
  });

  it('says that it is a stand-in', async () => {
    expect(await page.textContent('#global-header')).toContain('stand-in for Mattermost');
  });

  it('shows a message as Markdown, and no HTML of it', async () => {
    await type('**bold** <img src=x onerror="window.evil=1"> [x](javascript:evil) @bob');
    await page.locator('.post__body strong').waitFor();
    expect(await page.locator('.post__body img, .post__body a').count()).toBe(0);
    expect(await onWindow('evil')).toBeUndefined();
    expect(await onWindow('heard')).toBe('posted');
  });

  it('lets the plugin swallow a command: nothing is sent, and the draft goes', async () => {
    const before = posts().length;
    await type('/tiny');
    await become("document.querySelector('#post_textbox').value === ''");
    await page.click('#app-bar-icon-tiny');
    expect(await page.textContent('#tiny')).toBe('alice 1 Hello');
    expect(posts().length).toBe(before);
  });

  it('shows the error of a plugin, and keeps the draft', async () => {
    await type('/tiny bad');
    expect(await page.textContent('.composer__error')).toContain('Not like this');
    expect(await page.inputValue('#post_textbox')).toBe('/tiny bad');
  });

  it('sends a command that nobody knows as a message only at the second Enter', async () => {
    await type('/nobody-knows');
    await page.getByText('not found').waitFor();
    expect(posts().some(({ message }) => message === '/nobody-knows')).toBe(false);
    await page.press('#post_textbox', 'Enter');
    await page.locator('.post__body', { hasText: '/nobody-knows' }).waitFor();
  });

  it('offers the entry of the plugin on a message', async () => {
    await page.hover('[data-testid=postView]');
    await page.locator('[id^=CENTER_button_]').first().click();
    await page.getByRole('menuitem', { name: 'Take' }).click();
    expect(await onWindow('taken')).toBe(posts()[0]?.id);
  });

  it('opens a thread in place of the plugin, and answers in it', async () => {
    await page.hover('[data-testid=postView]');
    await page.locator('[id^=CENTER_commentIcon_]').first().click();
    expect(await page.locator('#tiny').count()).toBe(0);
    await type('an answer', 'reply_textbox');
    await page.locator('.ReplyButton', { hasText: '1 reply' }).waitFor();
    expect(posts().at(-1)).toMatchObject({ message: 'an answer', root_id: posts()[0]?.id });
    await page.click('#searchResultsCloseButton');
  });

  it('shows a reaction, once for each who put it there', async () => {
    const { seed } = site;
    const body = { user_id: seed.admin.id, post_id: posts()[0]?.id ?? '', emoji_name: 'white_check_mark' };
    for (const _time of [1, 2])
      await callApi(site.url, 'POST', '/api/v4/reactions', { token: seed.adminToken, body });
    await page.getByTitle(':white_check_mark:').getByText('1').waitFor();
    await page.reload();
    await page.getByTitle(':white_check_mark:').getByText('1').waitFor();
  });

  it('shows a reaction no more that is taken off, by whoever put it there', async () => {
    const { seed } = site;
    const path = (id: string) => `/api/v4/users/${id}/posts/${posts()[0]?.id}/reactions/white_check_mark`;
    const takeOff = (id: string) => callApi(site.url, 'DELETE', path(id), { token: seed.adminToken });
    expect((await takeOff(seed.alice.id)).status).toBe(403);
    await page.getByTitle(':white_check_mark:').waitFor();
    for (const _time of [1, 2]) expect((await takeOff(seed.admin.id)).status).toBe(200);
    await page.getByTitle(':white_check_mark:').waitFor({ state: 'detached' });
  });

  it('closes a dialog for good', async () => {
    const dialog = { title: 'Snooze', submit_label: 'Snooze', elements: null, callback_id: '', state: '' };
    const opened = JSON.stringify({ trigger_id: 'one', url: '', dialog });
    site.site.events.publish('open_dialog', { dialog: opened }, { userId: site.seed.alice.id });
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.selectOption('#languageSwitch', 'ja');
    await become("document.documentElement.lang === 'ja'");
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.selectOption('#languageSwitch', 'en');
    await become("document.documentElement.lang === 'en'");
  });

  it('shows what the bot says to one person alone', async () => {
    const { seed } = site;
    const body = { user_id: seed.alice.id, post: { channel_id: seed.townSquare.id, message: 'only you' } };
    await callApi(site.url, 'POST', '/api/v4/posts/ephemeral', { token: seed.adminToken, body });
    await page.getByText('(Only visible to you)').waitFor();
  });

  it('turns dark, and speaks Japanese, the plugin too', async () => {
    await page.click('#themeSwitch');
    await become("getComputedStyle(document.body).backgroundColor === 'rgb(25, 27, 31)'");
    await page.selectOption('#languageSwitch', 'ja');
    await page.click('#app-bar-icon-tiny');
    await page.getByText('こんにちは').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('ja');
  });

  it('fills a narrow window with the sidebar', async () => {
    await page.setViewportSize({ width: 375, height: 700 });
    expect(await page.locator('#sidebar-right').boundingBox()).toEqual({
      x: 0,
      y: 0,
      width: 375,
      height: 700,
    });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it.each(['/', '/login'])('leads who is logged in from %s to a channel', async (path) => {
    await page.goto(site.url + path);
    await page.locator('#tiny-root').waitFor({ state: 'attached' });
    expect(page.url()).toBe(`${site.url}/eng/channels/town-square`);
  });

  it('connects again, and tells the plugin', async () => {
    await site.goAway();
    await page.locator('.announcement-bar').waitFor();
    await site.comeBack();
    await become('window.reconnected === true');
  });

  it('takes a disabled plugin out of the page, and brings it back without a reload', async () => {
    const turn = (how: string) =>
      callApi(site.url, 'POST', `/api/v4/plugins/tiny/${how}`, { token: site.seed.adminToken });
    await turn('disable');
    await become('window.left === true');
    expect(await page.locator('#tiny, #tiny-root, #app-bar-icon-tiny').count()).toBe(0);
    await turn('enable');
    await page.locator('#app-bar-icon-tiny').waitFor();
  });

  it('outlives a component of the plugin that throws', () => {
    expect(failures.filter((message) => !message.includes('broken on purpose'))).toEqual([]);
  });
});
