import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSettingsFile, withSettings } from '../settings-file.ts';
import { fakeAdminRest } from '../testing/fake-admin-rest.ts';
import { carryOut } from './carry-out.ts';
import { makePlan } from './make-plan.ts';
import { observe } from './observe.ts';
import type { Wanted } from './wanted.ts';

const WANTED: Wanted = {
  mattermostUrl: 'http://mattermost.internal:8065',
  backendUrl: undefined,
  bot: 'todo',
  teams: ['eng'],
  webhooks: [],
};
const OURS = 'https://chat.example.com/plugins/todo-node/webhook/todo';
const EVIL = `x\nNODE_OPTIONS=--import=/e/`;
const GOOD = 's'.repeat(26);

let dir: string;
let path: string;
let site: ReturnType<typeof fakeAdminRest>;
let stranger: string;
let teams: Record<'eng' | 'ops', string>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'todo-setup-'));
  path = join(dir, 'todo-node.env');
  site = fakeAdminRest();
  stranger = site.addUser('eve').id;
  teams = { eng: site.addTeam('eng').id, ops: site.addTeam('ops').id };
});
afterEach(() => rm(dir, { recursive: true }));

function addHook(more: object): void {
  const id = 'h'.repeat(26);
  const place = { team_id: teams.eng, channel_id: 'c'.repeat(26) };
  const hook = { id, ...place, creator_id: stranger, token: GOOD, callback_urls: [OURS], ...more };
  site.tables.hooks.push(hook);
}

const now = 0;

async function setUp(wanted = WANTED) {
  const observed = await observe(site, wanted, await readSettingsFile(path), now);
  const { blockers, notes, steps } = makePlan(observed, wanted);
  const said: string[] = [];
  await carryOut(steps, observed, wanted, {
    call: site.call,
    now: () => now,
    say: (line) => said.push(line),
  });
  const { values, text } = await readSettingsFile(path);
  const named = notes.filter((note) => !note.startsWith('Slash commands go to'));
  return { blockers, notes: named.join('\n'), said: said.join('\n'), values, text };
}

describe('the tokens that a server gives', () => {
  it.each([EVIL, 'a"b', 'A'.repeat(26), `${'a'.repeat(25)}\n`, ''])(
    'are left out of the settings, and named, unless they are 26 small letters and digits (%j)',
    async (token) => {
      addHook({ token, display_name: 'Eve’s' });
      const { values, text, notes } = await setUp();
      expect(values['MATTERMOST_WEBHOOK_TOKEN_TODO'] ?? '').toBe('');
      expect(text).not.toContain('NODE_OPTIONS');
      expect(notes).toMatch(/^Leave out the outgoing webhook "Eve’s" \(h{26}\) of eng\/c{26}: its token/);
    },
  );

  it('are left out when the channel of the webhook is none', async () => {
    addHook({ channel_id: EVIL });
    const { text, notes } = await setUp();
    expect(text).not.toContain('NODE_OPTIONS');
    expect(notes).toContain('Leave out');
  });

  it('are left out when a command or the bot has another', async () => {
    const forged: typeof site.call = async (request) => {
      const answer = await site.call(request);
      if (request.method !== 'POST' || !/\/(tokens|commands)$/.test(request.path)) return answer;
      const body = JSON.parse(answer.body.toString()) as object;
      return { ...answer, body: Buffer.from(JSON.stringify({ ...body, token: EVIL })) };
    };
    const observed = await observe(site, WANTED, await readSettingsFile(path), now);
    const said: string[] = [];
    const deps = { call: forged, now: () => now, say: (line: string) => said.push(line) };
    await carryOut(makePlan(observed, WANTED).steps, observed, WANTED, deps);
    expect(await readFile(path, 'utf8')).toBe(
      `MATTERMOST_URL=${WANTED.mattermostUrl}\nTODO_TRIGGER_WORDS=todo\n`,
    );
    expect(said.join('\n')).toMatch(
      /leave out the access token of the bot(.|\n)*leave out the token of the new slash/,
    );
  });
});

describe('a setting', () => {
  it.each(['x\nY=1', 'a b', 'a#b', "a'b", 'a"b', 'a$b', 'a\\b', 'a`b', 'a\r', 'a\u2028b'])(
    'is not written when others may read it otherwise (%j)',
    (value) => {
      expect(() => withSettings('', { X: value })).toThrow(/^X: Expected letters/);
      expect(() => withSettings('', { [value]: 'x' })).toThrow('Expected');
    },
  );

  it('has a name without the sign that ends it', () => {
    expect(() => withSettings('', { 'A=B': 'x' })).toThrow('Expected');
  });

  it('may be an address with a port and a path, or a list of tokens', () => {
    const url = 'https://[::1]:8065/a-b/c_d~e%20f';
    expect(withSettings('', { A: url, B: `${GOOD}@${GOOD},${GOOD}`, C: '' })).toContain(`A=${url}\n`);
  });
});

describe('a webhook that somebody else has made', () => {
  it('is taken over in a wanted team when it leads to the very address, and is named', async () => {
    addHook({ display_name: 'Hand-made' });
    const { values, notes } = await setUp();
    expect(values['MATTERMOST_WEBHOOK_TOKEN_TODO']).toBe(`${GOOD}@${'c'.repeat(26)}`);
    expect(notes).toBe(
      `Take over the outgoing webhook "Hand-made" (${'h'.repeat(26)}) of eng/${'c'.repeat(26)}, made by the user ${stranger}.`,
    );
    expect((await setUp()).notes).toBe('');
  });

  it.each<[string, () => object]>([
    ['only ends like ours', () => ({ callback_urls: ['https://evil.example/webhook/todo'] })],
    ['has ours as a part', () => ({ callback_urls: [`https://evil.example/?${OURS}`] })],
    ['leads to another port', () => ({ callback_urls: [OURS.replace('.com/', '.com:444/')] })],
    ['is of another team', () => ({ team_id: teams.ops })],
  ])('is left alone when it %s, and that is said', async (_what, more) => {
    addHook(more());
    const { values, notes } = await setUp();
    expect(values['MATTERMOST_WEBHOOK_TOKEN_TODO'] ?? '').toBe('');
    expect(notes).toContain('Leave alone the outgoing webhook');
  });

  it('is not trusted in a second place because its token is known in the first', async () => {
    addHook({});
    await setUp();
    addHook({ team_id: teams.ops, channel_id: 'd'.repeat(26) });
    expect((await setUp()).values['MATTERMOST_WEBHOOK_TOKEN_TODO']).toBe(`${GOOD}@${'c'.repeat(26)}`);
  });

  it('counts as ours in any team when the administrator made it', async () => {
    addHook({ team_id: teams.ops, creator_id: site.tables.users[0]?.id });
    expect((await setUp()).values['MATTERMOST_WEBHOOK_TOKEN_TODO']).toContain(GOOD);
  });
});

describe('a slash command /todo that somebody else has made', () => {
  const command = () => ({
    id: 'k'.repeat(26),
    team_id: teams.eng,
    trigger: 'todo',
    token: GOOD,
    url: 'https://chat.example.com/plugins/todo-node/command',
    creator_id: stranger,
  });

  it('keeps setup from going on, since its maker knows a token that is good everywhere', async () => {
    site.tables.commands.push(command());
    const { blockers, text } = await setUp();
    expect(blockers.join()).toMatch(/team eng already has a slash command \/todo of somebody else/);
    expect(text).toBe('');
  });

  it('stays when the settings hold its token already', async () => {
    await writeFile(path, `MATTERMOST_COMMAND_TOKEN_TODO=${GOOD}\n`);
    site.tables.commands.push(command());
    const { blockers, values } = await setUp();
    expect(blockers).toEqual([]);
    expect(values['MATTERMOST_COMMAND_TOKEN_TODO']).toBe(GOOD);
  });
});
