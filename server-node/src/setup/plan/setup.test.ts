import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSettingsFile, withSettings, writeSettingsFile } from '../settings-file.ts';
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

let dir: string;
let path: string;
let site: ReturnType<typeof fakeAdminRest>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'todo-setup-'));
  path = join(dir, 'todo-node.env');
  site = fakeAdminRest();
  site.addTeam('eng');
  site.addChannel('shop');
});
afterEach(() => rm(dir, { recursive: true }));

const plan = async (wanted = WANTED) =>
  makePlan(await observe(site, wanted, await readSettingsFile(path)), wanted);
const acts = async (wanted = WANTED) => (await plan(wanted)).steps.map(({ act }) => act);

async function setUp(wanted = WANTED): Promise<string[]> {
  const said: string[] = [];
  const observed = await observe(site, wanted, await readSettingsFile(path));
  const { blockers, steps } = makePlan(observed, wanted);
  expect(blockers).toEqual([]);
  await carryOut(steps, observed, wanted, { call: site.call, say: (line) => said.push(line) });
  return said;
}

describe('setup', () => {
  it('makes everything on an empty site, and tells no token', async () => {
    const said = await setUp();
    const { values } = await readSettingsFile(path);
    expect(await acts()).toEqual([]);
    expect(values).toEqual({
      MATTERMOST_URL: WANTED.mattermostUrl,
      MATTERMOST_BOT_TOKEN_TODO: expect.stringMatching(/^\w{26}$/),
      MATTERMOST_COMMAND_TOKEN_TODO: site.tables.commands[0]?.['token'],
      MATTERMOST_WEBHOOK_TOKEN_TODO: `${site.tables.hooks[0]?.['token']}@${site.tables.hooks[0]?.['channel_id']}`,
    });
    expect(site.tables.commands[0]?.['url']).toBe('https://chat.example.com/plugins/todo-node/command');
    expect(site.tables.hooks[0]?.['callback_urls']).toEqual([
      'https://chat.example.com/plugins/todo-node/webhook/todo',
    ]);
    for (const token of Object.values(values).slice(1)) expect(said.join()).not.toContain(token);
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
    const observed = await observe(site, WANTED, await readSettingsFile(path));
    const { steps } = makePlan(observed, WANTED);
    const failing: typeof site.call = async (request) => {
      if (request.path === '/api/v4/commands') throw new Error('away');
      return site.call(request);
    };
    await expect(carryOut(steps, observed, WANTED, { call: failing, say: () => undefined })).rejects.toThrow(
      'away',
    );
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
