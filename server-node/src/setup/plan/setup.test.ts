import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSettingsFile, withSettings, writeSettingsFile } from '../settings-file.ts';
import { WORKING_VERBS } from '../../program/grammar/verbs.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { fakeAdminRest } from '../testing/fake-admin-rest.ts';
import { carryOut } from './carry-out.ts';
import { makePlan } from './make-plan.ts';
import { observe } from './observe.ts';
import type { Wanted } from './wanted.ts';

const WANTED: Wanted = {
  mattermostUrl: 'http://mattermost.internal:8065',
  backendUrl: undefined,
  bot: 'todo',
  teams: [],
  webhooks: [{ team: 'eng', channel: 'shop' }],
};

const NOON = Date.parse('2026-11-29T12:00:00Z');

let now = NOON;
let dir: string;
let path: string;
let site: ReturnType<typeof fakeAdminRest>;

beforeEach(async () => {
  now = NOON;
  dir = await mkdtemp(join(tmpdir(), 'todo-setup-'));
  path = join(dir, 'todo-node.env');
  site = fakeAdminRest();
  site.addTeam('eng');
  site.addChannel('shop');
});
afterEach(() => rm(dir, { recursive: true }));

const plan = async (wanted = WANTED) =>
  makePlan(await observe(site, wanted, await readSettingsFile(path), now), wanted);
const acts = async (wanted = WANTED) => (await plan(wanted)).steps.map(({ act }) => act);

async function setUp(wanted = WANTED): Promise<string[]> {
  const said: string[] = [];
  const observed = await observe(site, wanted, await readSettingsFile(path), now);
  const { blockers, steps } = makePlan(observed, wanted);
  expect(blockers).toEqual([]);
  await carryOut(steps, observed, wanted, {
    call: site.call,
    now: () => now,
    say: (line) => said.push(line),
  });
  return said;
}

describe('setup', () => {
  it('makes everything on an empty site, and tells no token', async () => {
    const said = await setUp();
    const { values } = await readSettingsFile(path);
    expect(await acts()).toEqual([]);
    expect(values).toEqual({
      MATTERMOST_URL: WANTED.mattermostUrl,
      TODO_TRIGGER_WORDS: 'todo',
      MATTERMOST_BOT_TOKEN_TODO: expect.stringMatching(/^\w{26}$/),
      MATTERMOST_BOT_TOKEN_ID_TODO: site.accessTokens[0]?.id,
      MATTERMOST_COMMAND_TOKEN_TODO: site.tables.commands[0]?.['token'],
      MATTERMOST_WEBHOOK_TOKEN_TODO: `${site.tables.hooks[0]?.['token']}@${site.tables.hooks[0]?.['channel_id']}`,
    });
    expect(site.tables.commands[0]?.['url']).toBe('https://chat.example.com/plugins/todo-node/command');
    expect(site.tables.hooks[0]?.['callback_urls']).toEqual([
      'https://chat.example.com/plugins/todo-node/webhook/todo',
    ]);
    const { MATTERMOST_URL: _url, TODO_TRIGGER_WORDS: _words, ...tokens } = values;
    for (const token of Object.values(tokens)) expect(said.join()).not.toContain(token);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('changes nothing the second time, neither there nor in the file', async () => {
    await setUp();
    const before = await readFile(path, 'utf8');
    site.changes.length = 0;
    await setUp();
    expect(site.changes).toEqual([]);
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  it.each([
    ['the language of the site', 'ja', {}, textsIn('ja')],
    ['the language of the settings', 'ja', { TODO_LANGUAGE: 'zh-CN' }, textsIn('zh-CN')],
    [
      'the language of the site, where the settings say so',
      'ja',
      { TODO_LANGUAGE: 'mattermost' },
      textsIn('ja'),
    ],
    ['English, where it has no words in that of the site', 'fr', {}, textsIn('en')],
  ])('says what can be typed in %s, and does not change it again', async (_which, locale, values, texts) => {
    site.localization.DefaultClientLocale = locale;
    await writeSettingsFile(path, withSettings('', values));
    await setUp();
    expect(site.tables.commands[0]).toMatchObject({
      auto_complete_desc: texts.completion.about(WORKING_VERBS),
      auto_complete_hint: texts.completion.hint,
    });
    expect(await acts()).toEqual([]);
  });

  it('writes port and database when they are given, and leaves them alone when not', async () => {
    const settings = { PORT: '9077', DATABASE_URL: 'postgres://todo@db/todo?sslmode=require' };
    await setUp({ ...WANTED, settings });
    expect((await readSettingsFile(path)).values).toMatchObject(settings);
    await setUp();
    expect((await readSettingsFile(path)).values).toMatchObject(settings);
  });

  it('refuses the port of slash commands for the proxy, too', async () => {
    const { blockers } = await plan({
      ...WANTED,
      integrationsUrl: 'http://10.1.1.7:8078',
      settings: { PORT: '8078' },
    });
    expect(blockers).toEqual([expect.stringContaining('is the port 8078 to which the proxy')]);
  });

  it('only looks while it plans', async () => {
    expect((await acts()).length).toBeGreaterThan(0);
    expect(site.changes).toEqual([]);
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  const bot = () => site.tables.users.find(({ username }) => username === 'todo') ?? { id: '' };
  it.each<[string, () => unknown, string[]]>([
    ['a lost token', () => site.tokens.clear(), ['create_token', 'write_settings']],
    [
      'a disabled bot',
      () => Object.assign(bot(), { delete_at: 1 }),
      ['enable_bot', 'create_token', 'write_settings'],
    ],
    ['a picture taken away', () => Object.assign(bot(), { last_picture_update: 0 }), ['set_picture']],
    ['a deleted command', () => site.tables.commands.pop(), ['create_command', 'write_settings']],
    [
      'a command with an old address',
      () => Object.assign(site.tables.commands[0] ?? {}, { url: 'http://old:1/plugins/todo-node/command' }),
      ['update_command'],
    ],
    [
      'a webhook with another trigger',
      () => Object.assign(site.tables.hooks[0] ?? {}, { trigger_words: ['tasks'] }),
      ['update_webhook'],
    ],
    ['a deleted webhook', () => site.tables.hooks.pop(), ['create_webhook', 'write_settings']],
    [
      'a regenerated token of the command',
      () => Object.assign(site.tables.commands[0] ?? {}, { token: 'a'.repeat(26) }),
      ['write_settings'],
    ],
  ])('mends %s, and nothing else', async (_what, damage, expected) => {
    await setUp();
    damage();
    site.tokens.set('admin', site.tables.users[0]?.id ?? '');
    expect(await acts()).toEqual(expected);
    await setUp();
    expect(await acts()).toEqual([]);
  });

  it('leaves the token of a webhook that it corrects, which Mattermost empties when it is not sent', async () => {
    await setUp();
    const before = await readFile(path, 'utf8');
    Object.assign(site.tables.hooks[0] ?? {}, { trigger_words: ['tasks'] });
    const token = site.tables.hooks[0]?.['token'];
    await setUp();
    expect(site.tables.hooks[0]).toMatchObject({ token, trigger_words: ['todo', 'Todo'] });
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  it('keeps the token of a bot that was only disabled', async () => {
    await setUp();
    const before = await readFile(path, 'utf8');
    Object.assign(bot(), { delete_at: 1 });
    await setUp();
    expect(await readFile(path, 'utf8')).toBe(before);
    expect(site.changes.filter((line) => line.endsWith('/tokens'))).toHaveLength(1);
  });

  it('forgets a token that Mattermost no longer knows', async () => {
    await setUp();
    const leaked = String(site.tables.commands[0]?.['token']);
    Object.assign(site.tables.commands[0] ?? {}, { token: 'b'.repeat(26) });
    await setUp();
    expect(await readFile(path, 'utf8')).not.toContain(leaked);
  });

  it('keeps the tokens of other teams when it is run for a new one', async () => {
    await setUp();
    const ops = site.addTeam('ops');
    await setUp({ ...WANTED, teams: ['ops'] });
    const { values } = await readSettingsFile(path);
    expect(values['MATTERMOST_COMMAND_TOKEN_TODO']?.split(',')).toEqual(
      site.tables.commands.map(({ token }) => token),
    );
    expect(site.tables.commands.map((row) => row['team_id'])).toContain(ops.id);
  });

  it('writes the new token even when a later step fails, since Mattermost shows it once', async () => {
    const observed = await observe(site, WANTED, await readSettingsFile(path), now);
    const { steps } = makePlan(observed, WANTED);
    const failing: typeof site.call = async (request) => {
      if (request.path === '/api/v4/commands') throw new Error('away');
      return site.call(request);
    };
    await expect(
      carryOut(steps, observed, WANTED, { call: failing, now: () => now, say: () => undefined }),
    ).rejects.toThrow('away');
    expect((await readSettingsFile(path)).values['MATTERMOST_BOT_TOKEN_TODO']).toMatch(/^\w{26}$/);
  });

  it("makes another's readable file private", async () => {
    await setUp();
    const { chmod } = await import('node:fs/promises');
    await chmod(path, 0o644);
    await setUp();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.each<[string, () => unknown, Partial<Wanted>, RegExp]>([
    [
      'bots may not be created',
      () => (site.settings.EnableBotAccountCreation = false),
      {},
      /EnableBotAccountCreation true/,
    ],
    ['the name is a person’s', () => site.addUser('todo', { is_bot: false }), {}, /--bot NAME/],
    [
      'the bot is a plugin’s',
      () => site.addUser('todo', { is_bot: true, owner_id: 'com.mattermost.plugin-todo' }),
      {},
      /plugin com\.mattermost\.plugin-todo/,
    ],
    [
      'the administrator is none',
      () => Object.assign(site.tables.users[0] ?? {}, { roles: 'system_user' }),
      {},
      /no system administrator/,
    ],
    ['the team is unknown', () => undefined, { teams: ['nope'] }, /no team "nope".*There are: eng/],
    [
      'the channel is unknown',
      () => undefined,
      { webhooks: [{ team: 'eng', channel: 'nope' }] },
      /no channel eng\/nope/,
    ],
    [
      'the channel is private',
      () => site.addChannel('hidden', 'P'),
      { webhooks: [{ team: 'eng', channel: 'hidden' }] },
      /not public/,
    ],
    ['there are several teams and none is named', () => site.addTeam('ops'), { webhooks: [] }, /--team NAME/],
    [
      '/todo is taken',
      () =>
        site.tables.commands.push({
          id: 'x',
          team_id: site.tables.teams[0]?.id,
          trigger: 'todo',
          url: 'https://other/x?key=s3cret',
        }),
      {},
      /goes to https:\/\/other\./,
    ],
  ])('says what to do when %s, and has no steps', async (_what, arrange, wanted, message) => {
    arrange();
    const { blockers, steps } = await plan({ ...WANTED, ...wanted });
    expect(blockers.join('\n')).toMatch(message);
    expect(blockers.join('\n')).not.toContain('s3cret');
    expect(steps).toEqual([]);
  });
});

describe('where Mattermost lets no token of a bot last for ever', () => {
  const MOST_DAYS = 90;
  const settings = async () => (await readSettingsFile(path)).values;

  beforeEach(() => void (site.settings.MaximumPersonalAccessTokenLifetimeDays = MOST_DAYS));

  it('lasts as long as it may, and setup says how long and when it will be renewed', async () => {
    const said = await setUp();
    const [token] = site.accessTokens;
    expect(token?.expires_at).toBe(now + MOST_DAYS * DAY_MS - HOUR_MS);
    expect(said.join('\n')).toContain(
      'ends on 2027-02-27 11:00 UTC: run setup again after 2027-02-13 11:00 UTC',
    );
    expect(await acts()).toEqual([]);
  });

  it('is made anew in its last days, when the old one still works, and not once more', async () => {
    await setUp();
    const before = await settings();
    now += (MOST_DAYS - 15) * DAY_MS;
    expect(await acts()).toEqual([]);
    now += DAY_MS;
    expect(await acts()).toEqual(['create_token', 'write_settings']);
    expect((await setUp()).join('\n')).toContain('as the one in the settings ends soon');
    const after = await settings();
    expect(after['MATTERMOST_BOT_TOKEN_TODO']).not.toBe(before['MATTERMOST_BOT_TOKEN_TODO']);
    expect(after['MATTERMOST_BOT_TOKEN_ID_TODO']).toBe(site.accessTokens[1]?.id);
    expect(site.accessTokens).toHaveLength(2);
    expect(await acts()).toEqual([]);
  });

  it('is not renewed at every run where it may last for a few days only', async () => {
    site.settings.MaximumPersonalAccessTokenLifetimeDays = 2;
    await setUp();
    expect(await acts()).toEqual([]);
    now += DAY_MS;
    expect(await acts()).toEqual(['create_token', 'write_settings']);
  });

  it('is looked for among all of the bot where the settings do not say which it is', async () => {
    await setUp();
    const { text } = await readSettingsFile(path);
    await writeSettingsFile(path, text.replace(/^MATTERMOST_BOT_TOKEN_ID_TODO=.*\n/m, ''));
    expect(await acts()).toEqual([]);
    now += (MOST_DAYS - 1) * DAY_MS;
    expect(await acts()).toEqual(['create_token', 'write_settings']);
  });

  it('has no end before 12.0, where that limit is not for bots', async () => {
    site.exemptsBots();
    await setUp();
    expect(site.accessTokens).toEqual([expect.objectContaining({ expires_at: 0 })]);
    now += 1_000 * DAY_MS;
    expect(await acts()).toEqual([]);
  });
});

describe('where slash commands and webhooks go', () => {
  const addresses = () => ({
    command: site.tables.commands.map(({ url }) => url),
    hook: site.tables.hooks.flatMap((row) => row['callback_urls']),
  });
  const at = (url: string) => ({
    command: [`${url}/plugins/todo-node/command`],
    hook: [`${url}/plugins/todo-node/webhook/todo`],
  });
  const settings = async () => (await readSettingsFile(path)).values;
  const HERE = { ...WANTED, mattermostUrl: 'http://127.0.0.1:8065' };
  const APART = 'http://backend.internal:9078';
  const SITE = 'https://chat.example.com';

  it('is an address of their own on the machine of Mattermost, and stays so', async () => {
    await setUp(HERE);
    expect(addresses()).toEqual(at('http://127.0.0.1:8078'));
    expect(await settings()).toMatchObject({
      INTEGRATIONS_PORT: '8078',
      INTEGRATIONS_URL: 'http://127.0.0.1:8078',
    });
    expect(await acts(HERE)).toEqual([]);
    expect(await acts()).toEqual(['write_settings']);
  });

  it('is the address that was asked for, also when nothing is asked for the next time', async () => {
    await setUp({ ...WANTED, integrationsUrl: APART });
    expect(addresses()).toEqual(at(APART));
    expect(await settings()).toMatchObject({ INTEGRATIONS_PORT: '9078', INTEGRATIONS_URL: APART });
    expect(await acts()).toEqual([]);
  });

  it('is another port than INTEGRATIONS_URL says, where one is forwarded to the other by hand', async () => {
    await setUp({ ...WANTED, integrationsUrl: APART });
    const { text } = await readSettingsFile(path);
    await writeSettingsFile(path, text.replace('INTEGRATIONS_PORT=9078', 'INTEGRATIONS_PORT=9999'));
    expect(await acts({ ...WANTED, integrationsUrl: APART })).toEqual([]);
  });

  it("is the site's own, and said, where nobody can know better", async () => {
    expect((await plan()).notes.join()).toMatch(/direct messages.*--integrations-url/);
    await setUp();
    expect(addresses()).toEqual(at(SITE));
  });

  it("stays the site's own in an installation of the version before, until somebody asks", async () => {
    await setUp();
    expect(await acts({ ...HERE })).toEqual(['write_settings']);
    await setUp(HERE);
    expect(addresses()).toEqual(at(SITE));
    expect((await settings())['INTEGRATIONS_PORT']).toBeUndefined();
  });

  it('moves with all that earlier runs have made, and keeps what was changed by hand', async () => {
    await setUp();
    site.addTeam('ops');
    await setUp({ ...WANTED, teams: ['ops'], webhooks: [] });
    Object.assign(site.tables.hooks[0] ?? {}, {
      trigger_words: ['todo', 'tâche'],
      icon_url: 'https://e/i.png',
    });
    const wanted = { ...WANTED, teams: ['eng'], webhooks: [], integrationsUrl: APART };
    expect(await acts(wanted)).toEqual([
      'update_command',
      'update_command',
      'move_webhook',
      'write_settings',
    ]);
    await setUp(wanted);
    expect(addresses()).toEqual({ ...at(APART), command: [...at(APART).command, ...at(APART).command] });
    expect(site.tables.hooks[0]).toMatchObject({
      token: expect.stringMatching(/^\w{26}$/),
      trigger_words: ['todo', 'tâche'],
      icon_url: 'https://e/i.png',
    });
    expect(await acts(wanted)).toEqual([]);
  });

  it('is the site’s own again when that is asked for, and the backend no longer listens elsewhere', async () => {
    await setUp({ ...WANTED, integrationsUrl: APART });
    await setUp({ ...WANTED, backendUrl: SITE });
    expect(addresses()).toEqual(at(SITE));
    expect(await settings()).toMatchObject({ INTEGRATIONS_PORT: '', INTEGRATIONS_URL: '' });
  });

  it('mends a command that somebody has set to GET', async () => {
    await setUp();
    Object.assign(site.tables.commands[0] ?? {}, { method: 'G' });
    expect(await acts()).toEqual(['update_command']);
  });

  it('is not the port to which the proxy leads', async () => {
    const { blockers, steps } = await plan({ ...WANTED, integrationsUrl: 'http://backend:8077' });
    expect(blockers.join()).toContain('--integrations-url http://backend:8078');
    expect(steps).toEqual([]);
  });
});

describe('the settings file', () => {
  it('keeps comments, order and other settings, and drops doubles', () => {
    const text =
      '# mine\nPORT=1\nexport MATTERMOST_URL="http://old"\nMATTERMOST_URL=http://older\n\nLOG_LEVEL=debug\n';
    expect(withSettings(text, { MATTERMOST_URL: 'http://new', X: 'y' })).toBe(
      '# mine\nPORT=1\nMATTERMOST_URL=http://new\n\nLOG_LEVEL=debug\nX=y\n',
    );
  });

  it('leaves no draft behind when it cannot be put in place', async () => {
    await writeSettingsFile(join(dir, 'deep/er/file'), 'A=1\n');
    await expect(writeSettingsFile(join(dir, 'deep/er'), 'A=1\n')).rejects.toThrow();
    const { readdir } = await import('node:fs/promises');
    expect((await readdir(join(dir, 'deep'))).sort()).toEqual(['er']);
  });
});
