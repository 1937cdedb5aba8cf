import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KNOWN_TOKENS_PATH, knownTokens } from '../../callers/known-tokens.ts';
import { readConfig } from '../../config.ts';
import { STREAM_PROBE_PATH } from '../../contract/paths.ts';
import { PLUGIN_VERSION } from '../../contract/manifest.ts';
import type { RestCall, RestRequest } from '../../mattermost/rest/rest-call.ts';
import { RestError } from '../../mattermost/rest/rest-error.ts';
import { silentLogger } from '../../shared/logger.ts';
import { DAY_MS } from '../../shared/time.ts';
import { openStore } from '../../store/open-store.ts';
import { makeNewId } from '../../todos/new-id.ts';
import type { DoctorContext } from './doctor-context.ts';
import { examine } from './examine.ts';
import { sidecarChecks } from './sidecar-checks.ts';
import { findingLine, LINKS, type Finding, type Link } from './finding.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const SITE = 'https://chat.example.com';
const TOKENS = { command: 'c'.repeat(26), webhook: 'w'.repeat(26) };
const HELP = { text: '`explain done 2`: says how a line is understood' };

let dir: string;
let database: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'todo-doctor-'));
  database = `sqlite:${join(dir, 'todo.sqlite')}`;
  const store = await openStore(database, {
    logger: silentLogger,
    now: () => NOW,
    newId: makeNewId(() => NOW),
  });
  await store.close();
});
afterAll(() => rmSync(dir, { recursive: true }));

/** What a Mattermost that is well says; one answer may be put in place of another, or be a refusal. */
const ANSWERS: Record<string, unknown> = {
  'GET /system/ping': { status: 'OK' },
  'GET /plugins/webapp': [{ id: 'todo-node', version: PLUGIN_VERSION }],
  'GET /plugins': { active: [{ id: 'todo-node', version: PLUGIN_VERSION }] },
  'GET /channels/ch': { id: 'ch', name: 'town-square', type: 'O' },
  'GET /teams/t': { id: 't', name: 'eng' },
  'GET /users/me': { id: 'b', username: 'todo', is_bot: true },
  'GET /bots/b?include_deleted=true': { user_id: 'b', owner_id: 'a', delete_at: 0 },
  'GET /users/a': { id: 'a', username: 'admin' },
  'GET /users/b/tokens?page=0&per_page=200': [{ id: 'y'.repeat(26), user_id: 'b' }],
  'GET /users/me/teams': [{ id: 't', name: 'eng' }],
  'GET /teams/t/channels/name/town-square': { id: 'ch', name: 'town-square', type: 'O' },
  'POST /commands/execute': HELP,
  'POST /actions/dialogs/submit': {},
  'GET /commands?team_id=t&custom_only=true': [
    {
      id: '1',
      team_id: 't',
      trigger: 'todo',
      token: TOKENS.command,
      url: `${SITE}/plugins/todo-node/command`,
    },
  ],
  'GET /hooks/outgoing?page=0&per_page=200': [
    {
      id: '2',
      team_id: 't',
      channel_id: 'ch',
      creator_id: 'a',
      token: TOKENS.webhook,
      trigger_words: ['todo', 'Todo'],
      callback_urls: [`${SITE}/plugins/todo-node/webhook/todo`],
    },
  ],
  'GET /channels/ch/members/b': { user_id: 'b' },
  'GET /config': { ServiceSettings: {}, PluginSettings: {}, RateLimitSettings: {} },
  'GET /analytics/old?name=standard': [{ name: 'post_count', value: 7 }],
  'GET /analytics/old?name=post_counts_day': [],
};

const PAGES: Record<string, () => Response> = {
  'http://127.0.0.1:8077/readyz': () =>
    Response.json({ ready: true, database: 'ok', mattermost: 'ok', outbox: { waiting: 0, oldestMs: 0 } }),
  [`${SITE}/plugins/todo-node/healthz`]: () => new Response('{"status":"ok"}'),
  [`${SITE}/plugins/todo-node/api/v1/events`]: () => new Response('event: ready\ndata: {}\n\n'),
  [`${SITE}/plugins/todo-node/webhook/todo`]: () => Response.json({ code: 'wrong_token' }, { status: 401 }),
  [`${SITE}/api/v4/users/me`]: () =>
    new Response('{}', { status: 401, headers: { 'Set-Cookie': 'MMAUTHTOKEN=; Path=/; HttpOnly' } }),
};

/** What the probe of streams says, in these pieces; it is not over then unless it says so. */
const probe = (...pieces: string[][]) => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) {
        const text = piece.map((event) => `event: ${event}\ndata: {}\n\n`).join('');
        controller.enqueue(new TextEncoder().encode(text));
      }
      if (pieces.flat().includes('last')) controller.close();
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
};
/** As a body that is given up since the rest of it does not come. */
const stalled = () =>
  new ReadableStream({
    pull: (controller) => controller.error(new DOMException('The operation timed out.', 'TimeoutError')),
  });
const PROBE = SITE + STREAM_PROBE_PATH;

const APART_URL = 'http://backend:8078';
const commandAt = (url: string, more: object = {}) => [
  { id: '1', team_id: 't', trigger: 'todo', token: TOKENS.command, method: 'P', url, ...more },
];
const configWith = (allowed: string) => ({
  ServiceSettings: { AllowedUntrustedInternalConnections: allowed },
  PluginSettings: {},
  RateLimitSettings: {},
});
/** A backend with an address of its own for what Mattermost calls, and all well. */
const APART = {
  env: { INTEGRATIONS_PORT: '8078', INTEGRATIONS_URL: APART_URL },
  answers: {
    'GET /config': configWith('backend'),
    'GET /commands?team_id=t&custom_only=true': commandAt(`${APART_URL}/plugins/todo-node/command`),
    'GET /hooks/outgoing?page=0&per_page=200': [
      {
        id: '2',
        team_id: 't',
        channel_id: 'ch',
        creator_id: 'eve',
        token: TOKENS.webhook,
        trigger_words: ['todo', 'Todo'],
        callback_urls: [`${APART_URL}/plugins/todo-node/webhook/todo`],
      },
    ],
  },
  pages: {
    'http://127.0.0.1:8078/healthz': () => new Response('{"status":"ok"}'),
    [`${APART_URL}/plugins/todo-node/webhook/todo`]: () =>
      Response.json({ code: 'wrong_token' }, { status: 401 }),
    [`${SITE}/plugins/todo-node/command`]: () => Response.json({ code: 'not_found' }, { status: 404 }),
  } as Record<string, () => Response>,
};

const refused = (status: number, id = 'x') => new RestError('refused', { status, id });
const away = () => new RestError('connect ECONNREFUSED', { status: 0, id: 'no_answer' });

const STARTED_WITH = { bot: 'b'.repeat(26), commands: [TOKENS.command], webhooks: [TOKENS.webhook] };

/** As the backend does that was started with these tokens; left out: with those of the settings. */
function saysTokens({ searchParams }: URL, running: Broken['running'], settings = STARTED_WITH): Response {
  if (running === null) return Response.json({ code: 'not_found' }, { status: 404 });
  const { bot, commands, webhooks } = { ...settings, ...running };
  if (bot !== settings.bot) return Response.json({ code: 'wrong_token' }, { status: 401 });
  const tokens = { commandTokens: commands, webhookTokens: webhooks };
  return Response.json(knownTokens(bot, searchParams.get('nonce') ?? '', tokens));
}

interface Broken {
  answers?: Record<string, unknown>;
  pages?: Record<string, () => Response>;
  env?: Record<string, string>;
  anonymous?: boolean;
  greetsBot?: boolean;
  botTokenId?: string;
  /** The tokens that the backend was started with; null: it is of a version that does not say. */
  running?: Partial<typeof STARTED_WITH> | null;
  /** Gets all that is asked for by fetch. */
  asked?: { url: string; authorization: string | null }[];
}

async function findingsOf({
  answers = {},
  pages = {},
  env = {},
  anonymous = false,
  greetsBot = true,
  botTokenId = '',
  asked = [],
  running,
}: Broken): Promise<Finding[]> {
  const call: RestCall = async ({ method, path }: RestRequest) => {
    const answer = { ...ANSWERS, ...answers }[`${method} ${path.replace('/api/v4', '')}`];
    if (answer === undefined) throw refused(404);
    if (answer instanceof Error) throw answer;
    const headers = { date: [new Date(NOW).toUTCString()], 'x-version-id': ['11.2.1.x'] };
    return { status: 200, headers, body: Buffer.from(JSON.stringify(answer)) };
  };
  const settings = {
    MATTERMOST_URL: SITE,
    MATTERMOST_BOT_TOKEN_TODO: 'b'.repeat(26),
    MATTERMOST_COMMAND_TOKEN_TODO: TOKENS.command,
    MATTERMOST_WEBHOOK_TOKEN_TODO: TOKENS.webhook,
    DATABASE_URL: database,
    ...env,
  };
  const settingsTokens = {
    bot: settings.MATTERMOST_BOT_TOKEN_TODO,
    commands: [settings.MATTERMOST_COMMAND_TOKEN_TODO],
    webhooks: [settings.MATTERMOST_WEBHOOK_TOKEN_TODO],
  };
  const context: DoctorContext = {
    config: readConfig({ env: settings, readFile: () => '' }),
    url: settings.MATTERMOST_URL,
    anyone: call,
    bot: call,
    botTokenId,
    greetsBot: async () => greetsBot,
    resolve: async () => ['10.1.1.1'],
    admin: anonymous ? undefined : { call, token: 'admin' },
    siteUrl: SITE,
    fetch: async (url, init) => {
      const authorization = new Headers(init?.headers).get('Authorization');
      asked.push({ url: String(url), authorization });
      const asks = new URL(String(url));
      if (asks.pathname === KNOWN_TOKENS_PATH) return saysTokens(asks, running, settingsTokens);
      const page = { [PROBE]: () => probe(['first'], ['second']), ...PAGES, ...pages }[String(url)];
      if (page === undefined) throw new TypeError('fetch failed');
      return page();
    },
    now: () => NOW,
  };
  const said: Finding[] = [];
  const findings = await examine(sidecarChecks(context.config), context, (finding) => said.push(finding));
  expect(said).toEqual(findings);
  return findings;
}

const faults = (findings: readonly Finding[]): Link[] =>
  findings.filter(({ outcome }) => outcome === 'fault').map(({ link }) => link);

describe('doctor', () => {
  it('says one line for each link, in order, when all is well', async () => {
    const findings = await findingsOf({});
    expect(findings.map(({ link }) => link)).toEqual(LINKS.filter((link) => link !== 'settings'));
    expect(findings.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
  });

  it('takes nothing for broken only because there is no administrator', async () => {
    const findings = await findingsOf({ anonymous: true });
    expect(findings.filter(({ outcome }) => outcome !== 'ok').map(({ link }) => link)).toEqual([
      'webhooks',
      'counts',
    ]);
    expect(faults(findings)).toEqual([]);
  });

  const states = (...rows: object[]) =>
    rows.map((row) => ({ plugin_id: 'todo-node', state: 2, version: PLUGIN_VERSION, ...row }));
  const backend = 'http://127.0.0.1:8077/readyz';
  const waiting = (of: object) => ({
    [backend]: () =>
      Response.json(
        { database: 'ok', mattermost: 'ok', outbox: { waiting: 0, oldestMs: 0 }, ...of },
        { status: 503 },
      ),
  });

  it.each<[string, Broken, Link, RegExp]>([
    [
      'the plugin is not installed',
      { answers: { 'GET /plugins/webapp': [], 'GET /plugins/statuses': [] } },
      'plugin',
      /not installed/,
    ],
    [
      'the plugin is disabled',
      { answers: { 'GET /plugins/webapp': [], 'GET /plugins/statuses': states({ state: 0 }) } },
      'plugin',
      /does not run/,
    ],
    [
      'the plugin is not there, and nobody may be asked why',
      { answers: { 'GET /plugins/webapp': [] }, anonymous: true },
      'plugin',
      /not installed, or disabled/,
    ],
    ['plugins are off', { answers: { 'GET /plugins/webapp': refused(501) } }, 'plugin', /Plugins are off/],
    [
      'Mattermost runs a backend, too',
      {
        answers: {
          'GET /plugins': { active: [{ id: 'todo-node', server: { executables: { 'linux-amd64': 'x' } } }] },
        },
      },
      'plugin',
      /a backend of its own/,
    ],
    [
      'the sidebar is of another version',
      { answers: { 'GET /plugins/webapp': [{ id: 'todo-node', version: '0.0.9' }] } },
      'version',
      /version 0\.0\.9 .* this is/,
    ],
    [
      'the proxy answers in place of Mattermost, for which the backend waits too',
      {
        answers: { 'GET /system/ping': refused(502, 'not_mattermost') },
        pages: waiting({ mattermost: 'away' }),
      },
      'address',
      /Mattermost is down.*502/,
    ],
    [
      'Mattermost is away only where people look for it',
      { pages: { [`${SITE}/api/v4/users/me`]: () => new Response('', { status: 503 }) } },
      'cookie',
      /Mattermost is down/,
    ],
    [
      'the database is away, for which the backend waits too',
      {
        env: { DATABASE_URL: 'sqlite:/nowhere/at-all.sqlite' },
        pages: waiting({ database: 'away' }),
      },
      'database',
      /./,
    ],
    [
      'the token is revoked, so that the backend waits too',
      { answers: { 'GET /users/me': refused(401) }, pages: waiting({ mattermost: 'away' }) },
      'token',
      /refuses/,
    ],
    [
      'the proxy keeps a stream until it is over',
      { pages: { [PROBE]: () => probe(['first', 'second', 'last']) } },
      'events',
      /holds the stream/,
    ],
    [
      'the proxy lets through only what comes with the head',
      { pages: { [PROBE]: () => probe(['first'], ['second', 'last']) } },
      'events',
      /holds the stream/,
    ],
    [
      'the running backend lacks the token of a webhook',
      { running: { webhooks: [] } },
      'tokens',
      /does not know .*: 1 of webhooks\.$/,
    ],
    [
      'the running backend takes a token that was taken back',
      { running: { commands: [TOKENS.command, 'x'.repeat(26)] } },
      'tokens',
      /still takes .*: 1 of slash commands\.$/,
    ],
    [
      'the token is of nobody, and the running backend has another one',
      { answers: { 'GET /users/me': refused(401) }, running: { bot: 'x' } },
      'token',
      /refuses/,
    ],
    ['the running backend has another bot', { running: { bot: 'x' } }, 'tokens', /another bot/],
    [
      'the bot is not in the channel of a webhook',
      { answers: { 'GET /channels/ch/members/b': refused(404) } },
      'webhooks',
      /^The webhook of ~town-square \(ch\) in team eng \(t\): the bot is not in/,
    ],
    [
      'Mattermost runs the command of no team',
      {
        answers: {
          'GET /users/me/teams': [
            { id: 't', name: 'eng' },
            { id: 't', name: 'ops' },
          ],
          'POST /commands/execute': refused(404),
        },
      },
      'commands',
      /^eng has no slash command \/todo\. ops has no slash command \/todo\.$/,
    ],
  ])('says in one line what is wrong when %s', async (_what, broken, link, saw) => {
    const findings = await findingsOf(broken);
    expect(faults(findings)).toEqual([link]);
    expect(findings).toContainEqual(
      expect.objectContaining({ link, outcome: 'fault', saw: expect.stringMatching(saw) }),
    );
  });

  it.each([
    ['does not say so behind the proxy', undefined, 'ours'],
    ['does not say so itself', 'ours', undefined],
    ['has the same store there', 'ours', 'ours'],
  ])(
    'takes the backend behind the proxy for the one that runs here where it %s',
    async (_what, there, here) => {
      const pages = {
        [`${SITE}/plugins/todo-node/healthz`]: () => Response.json({ status: 'ok', store: there }),
        'http://127.0.0.1:8077/healthz': () => Response.json({ status: 'ok', store: here }),
      };
      expect(faults(await findingsOf({ pages }))).toEqual([]);
    },
  );

  it('takes no own backend that stops in the middle of its answer for another one', async () => {
    const pages = { 'http://127.0.0.1:8077/healthz': () => new Response(stalled()) };
    expect(faults(await findingsOf({ pages }))).toEqual([]);
  });

  it('takes an older backend, which does not say which tokens it knows, for no fault', async () => {
    const findings = await findingsOf({ running: null });
    expect(findings.filter(({ outcome }) => outcome !== 'ok')).toEqual([
      expect.objectContaining({ link: 'tokens', outcome: 'not_checked' }),
    ]);
  });

  const proxy = `${SITE}/plugins/todo-node/healthz`;
  it.each<[string, Broken, Link]>([
    ['Mattermost is away', { answers: { 'GET /system/ping': away() } }, 'address'],
    ["the bot's token is revoked", { answers: { 'GET /users/me': refused(401) } }, 'token'],
    ['the token is a person’s', { answers: { 'GET /users/me': { id: 'b', username: 'eve' } } }, 'bot'],
    [
      'the token is a person’s, whom Mattermost has no bot for',
      {
        answers: {
          'GET /users/me': { id: 'b', username: 'eve' },
          'GET /bots/b?include_deleted=true': refused(404),
        },
      },
      'bot',
    ],
    [
      'the owner of the bot has left',
      { answers: { 'GET /users/a': { id: 'a', username: 'old', delete_at: 1 } } },
      'bot',
    ],
    ['the bot is in no team', { answers: { 'GET /users/me/teams': [] } }, 'teams'],
    ['the proxy lets no WebSocket through', { greetsBot: false }, 'messages'],
    ['the backend is down', { pages: { [backend]: () => new Response('', { status: 500 }) } }, 'backend'],
    [
      'the backend is not ready',
      {
        pages: {
          [backend]: () =>
            Response.json(
              { database: 'away', mattermost: 'ok', outbox: { waiting: 0, oldestMs: 0 } },
              { status: 503 },
            ),
        },
      },
      'backend',
    ],
    [
      'the proxy lacks the snippet',
      { pages: { [proxy]: () => new Response('404 page not found\n', { status: 404 }) } },
      'proxy',
    ],
    [
      'the proxy stops in the middle of an answer',
      { pages: { [proxy]: () => new Response(stalled()) } },
      'proxy',
    ],
    [
      'the proxy leads to another backend of ours',
      {
        pages: {
          [proxy]: () => new Response('{"status":"ok","store":"theirs"}'),
          'http://127.0.0.1:8077/healthz': () => new Response('{"status":"ok","store":"ours"}'),
        },
      },
      'proxy',
    ],
    [
      'the stream is refused',
      { pages: { [`${SITE}/plugins/todo-node/api/v1/events`]: () => new Response('', { status: 403 }) } },
      'events',
    ],
    ['cookies lose their path', { pages: { [`${SITE}/api/v4/users/me`]: () => new Response('') } }, 'cookie'],
    [
      'Mattermost does not reach itself by SiteURL',
      { answers: { 'POST /actions/dialogs/submit': refused(400) } },
      'buttons',
    ],
    ['a team has no /todo', { answers: { 'POST /commands/execute': refused(404) } }, 'commands'],
    ['Mattermost does not get through', { answers: { 'POST /commands/execute': refused(500) } }, 'commands'],
    [
      'something else answers /todo',
      { answers: { 'POST /commands/execute': { text: 'hello' } } },
      'commands',
    ],
    ['a webhook has words that the settings lack', { env: { TODO_TRIGGER_WORDS: 'task' } }, 'webhooks'],
    ['a webhook’s token is unknown', { env: { MATTERMOST_WEBHOOK_TOKEN_TODO: 'x'.repeat(26) } }, 'webhooks'],
    [
      'the bot left a webhook’s channel',
      { answers: { 'GET /channels/ch/members/b': refused(404) } },
      'webhooks',
    ],
    [
      'the webhook leads elsewhere',
      { pages: { [`${SITE}/plugins/todo-node/webhook/todo`]: () => new Response('', { status: 404 }) } },
      'webhooks',
    ],
    ['there is no database', { env: { DATABASE_URL: 'sqlite:/nowhere/at-all.sqlite' } }, 'database'],
    ['the external program is missing', { env: { TODO_PROGRAM: '/nowhere/todo' } }, 'program'],
    [
      'all people share one limit',
      {
        answers: {
          'GET /config': { ServiceSettings: {}, PluginSettings: {}, RateLimitSettings: { Enable: true } },
        },
      },
      'rate limits',
    ],
  ])('names the one broken link when %s', async (_what, broken, link) => {
    const env = { TODO_PROGRAM_HOME: join(dir, 'program'), ...broken.env };
    expect(faults(await findingsOf({ ...broken, env }))).toEqual([link]);
  });

  const apart = (more: Broken): Broken => ({
    env: APART.env,
    answers: { ...APART.answers, ...more.answers },
    pages: { ...APART.pages, ...more.pages },
  });

  it('finds nothing wrong with an address of its own for slash commands, and names it', async () => {
    const findings = await findingsOf(apart({}));
    expect(findings.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(findings).toContainEqual(
      expect.objectContaining({ link: 'integrations', saw: expect.stringContaining(`post to ${APART_URL}`) }),
    );
  });

  it.each<[string, Broken, RegExp]>([
    [
      'the backend does not listen there yet',
      { pages: { 'http://127.0.0.1:8078/healthz': () => new Response('', { status: 404 }) } },
      /restart it/,
    ],
    [
      'the proxy leads there, too',
      {
        pages: {
          [`${SITE}/plugins/todo-node/command`]: () =>
            Response.json({ code: 'wrong_token' }, { status: 401 }),
        },
      },
      /let the proxy lead to PORT/,
    ],
    [
      'Mattermost may not post there',
      { answers: { 'GET /config': configWith('other 192.168.0.0/16') } },
      /AllowedUntrustedInternalConnections "other 192\.168\.0\.0\/16 backend"/,
    ],
  ])('names the address of slash commands when %s', async (_what, broken, fix) => {
    const findings = await findingsOf(apart(broken));
    expect(faults(findings)).toEqual(['integrations']);
    expect(findings).toContainEqual(expect.objectContaining({ fix: expect.stringMatching(fix) }));
  });

  it('says that a slash command is set up with GET', async () => {
    const answers = {
      'POST /commands/execute': refused(500),
      'GET /commands?team_id=t&custom_only=true': commandAt(`${APART_URL}/plugins/todo-node/command`, {
        method: 'G',
      }),
    };
    expect(await findingsOf(apart({ answers }))).toContainEqual(
      expect.objectContaining({ link: 'commands', saw: expect.stringContaining('set up with GET') }),
    );
  });

  describe('the end of the token', () => {
    const ID = 'y'.repeat(26);
    const ends = (days: number, more: object = {}) => ({
      id: ID,
      user_id: 'b',
      is_active: true,
      expires_at: NOW + days * DAY_MS,
      ...more,
    });
    const limit = { ServiceSettings: { MaximumPersonalAccessTokenLifetimeDays: 90 } };
    const rest = { PluginSettings: {}, RateLimitSettings: {} };
    const byId = (token: object, more: object = {}) => ({
      botTokenId: ID,
      answers: { [`GET /users/tokens/${ID}`]: token, 'GET /config': { ...limit, ...rest }, ...more },
    });
    const all = (...tokens: object[]) => ({
      answers: { 'GET /users/b/tokens?page=0&per_page=200': tokens, 'GET /config': { ...limit, ...rest } },
    });
    const REFUSED = { 'GET /users/me': refused(401) };

    it.each<[string, Broken, string, RegExp]>([
      ['is far', byId(ends(20)), 'ok', /It ends on 20\d\d-\d\d-\d\d .* UTC; setup makes a new one from /],
      ['is near', byId(ends(13)), 'fault', /and ends on 20.* To do: run setup again: it makes a new token/],
      ['is none', byId({ ...ends(0), expires_at: 0 }), 'ok', /is a token of @todo\.$/],
      ['is not known to this Mattermost', byId({ id: ID, user_id: 'b' }), 'ok', /is a token of @todo\.$/],
      ['is said of another that ended', { ...all(ends(5)), botTokenId: 'z'.repeat(26) }, 'fault', /ends on/],
      ['is the last of several, as nobody knows which', all(ends(5), ends(40)), 'ok', /It ends on/],
      ['is none for one of several', all(ends(5), { id: ID, user_id: 'b' }), 'ok', /is a token of @todo\.$/],
      ['is told to administrators alone', { ...byId(ends(1)), anonymous: true }, 'ok', /of @todo\.$/],
      ['was', byId(ends(-1), REFUSED), 'fault', /it ended on 20.* To do: run setup again/],
      ['came by hand', byId(ends(9, { is_active: false }), REFUSED), 'fault', /it was disabled/],
      ['was long ago', byId(refused(404), REFUSED), 'fault', /was revoked, or was cleared away/],
      [
        'cannot be seen',
        { answers: REFUSED },
        'fault',
        /it was revoked, or has ended, or the bot is disabled/,
      ],
    ])('%s', async (_how, broken, outcome, line) => {
      const finding = (await findingsOf(broken)).find(({ link }) => link === 'token') as Finding;
      expect(finding.outcome).toBe(outcome);
      expect(findingLine(finding)).toMatch(line);
    });
  });

  it('says which token of a command is missing from the settings', async () => {
    const broken = {
      answers: { 'POST /commands/execute': refused(500) },
      env: { MATTERMOST_COMMAND_TOKEN_TODO: 'x'.repeat(26) },
    };
    expect(await findingsOf(broken)).toContainEqual(
      expect.objectContaining({ saw: 'The settings lack the token of /todo of eng.' }),
    );
  });

  it.each(['http://chat.example.com', 'http://127.0.0.1:8065', 'https://chat.example.com:8443'])(
    'tells the administrator’s token to nobody but MATTERMOST_URL (%s)',
    async (url) => {
      const asked: Required<Broken>['asked'] = [];
      const findings = await findingsOf({ env: { MATTERMOST_URL: url }, asked });
      expect(asked.length).toBeGreaterThan(2);
      expect(asked.filter(({ authorization }) => authorization?.includes('admin'))).toEqual([]);
      expect(findings.filter(({ outcome }) => outcome === 'not_checked')).toEqual([]);
      const old = await findingsOf({
        env: { MATTERMOST_URL: url },
        pages: { [PROBE]: () => new Response('', { status: 404 }) },
      });
      expect(old.filter(({ outcome }) => outcome === 'not_checked')).toEqual([
        expect.objectContaining({ link: 'events', why: expect.stringContaining('another origin') }),
      ]);
    },
  );

  it.each(['https://evil.example/webhook/todo', `${SITE}/plugins/todo-node/webhook/todo`])(
    'lets a webhook of a stranger alone (%s)',
    async (url) => {
      const asked: Required<Broken>['asked'] = [];
      const path = 'GET /hooks/outgoing?page=0&per_page=200';
      const strange = { id: '3', team_id: 't', channel_id: 'x', creator_id: 'eve', token: 'x' };
      const hooks = [...(ANSWERS[path] as object[]), { ...strange, callback_urls: [url] }];
      const findings = await findingsOf({ answers: { [path]: hooks }, asked });
      expect(faults(findings)).toEqual([]);
      expect(asked.filter((one) => one.url.includes('evil'))).toEqual([]);
      const words = '1 known to the backend.*1 made by others.*left alone';
      expect(findings).toContainEqual(
        expect.objectContaining({ link: 'webhooks', saw: expect.stringMatching(words) }),
      );
    },
  );
});
