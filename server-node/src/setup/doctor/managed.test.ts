import { describe, expect, it } from '@jest/globals';
import { PLUGIN_VERSION } from '../../contract/manifest.ts';
import type { RestCall } from '../../mattermost/rest/rest-call.ts';
import { RestError } from '../../mattermost/rest/rest-error.ts';
import { examine } from './examine.ts';
import { MANAGED_LINKS, type Finding, type Link } from './finding.ts';
import { MANAGED_CHECKS } from './managed-checks.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const SITE = 'https://chat.example.com';
const PLUGIN = `${SITE}/plugins/todo-node`;
const SCRIPT = '/static/todo-node/todo-node_1_bundle.js';

const status = (more: object = {}) => ({
  plugin_id: 'todo-node',
  state: 2,
  version: PLUGIN_VERSION,
  ...more,
});
const configWith = (tokens: string) => ({
  ServiceSettings: {},
  PluginSettings: { Plugins: { 'todo-node': { webhooktokens: tokens }, other: {} } },
  RateLimitSettings: {},
});
const webhook = (url: string) => ({
  id: '1',
  team_id: 't',
  channel_id: 'c',
  creator_id: 'a',
  callback_urls: [url],
});

/** What a Mattermost that runs the plugin well says. */
const ANSWERS: Record<string, unknown> = {
  'GET /system/ping': { status: 'OK' },
  'GET /config': configWith('****'),
  'GET /users/me': { id: 'a', username: 'admin' },
  'GET /plugins/statuses': [status()],
  'GET /plugins': { active: [{ id: 'todo-node', server: { executables: { 'linux-amd64': 'x' } } }] },
  'GET /plugins/webapp': [{ id: 'todo-node', webapp: { bundle_path: SCRIPT } }],
  'GET /teams?per_page=1': [{ id: 't', name: 'eng' }],
  'GET /teams/t/commands/autocomplete': [
    { trigger: 'todo', autocomplete_data: { SubCommands: [{ Trigger: 'add' }] } },
  ],
  'GET /hooks/outgoing?page=0&per_page=200': [webhook(`${PLUGIN}/webhook/todo`)],
  'GET /analytics/old?name=standard': [{ name: 'post_count', value: 7 }],
  'GET /analytics/old?name=post_counts_day': [],
};

const ME = `${PLUGIN}/api/v1/me`;
const page = (body: string, status = 200, type = 'text/plain') =>
  new Response(body, { status, headers: { 'Content-Type': type } });
const PAGES: Record<string, () => Response> = {
  [`${SITE}/static/plugins/todo-node/todo-node_1_bundle.js`]: () => page('x', 200, 'application/javascript'),
  [ME]: () => Response.json({ username: 'admin', push: 'websocket' }),
  [`${PLUGIN}/webhook/todo`]: () => Response.json({ code: 'wrong_token' }, { status: 401 }),
};

interface Broken {
  answers?: Record<string, unknown>;
  pages?: Record<string, () => Response>;
  anonymous?: boolean;
  siteUrl?: undefined;
  url?: string;
  /** Gets all that is asked for by fetch. */
  asked?: { url: string; authorization: string | null }[];
}

async function findingsOf({
  answers = {},
  pages = {},
  anonymous = false,
  asked = [],
  ...more
}: Broken): Promise<Finding[]> {
  const call: RestCall = async ({ method, path }) => {
    const answer = { ...ANSWERS, ...answers }[`${method} ${path.replace('/api/v4', '')}`];
    if (answer === undefined) throw new RestError('refused', { status: 404, id: 'x' });
    if (answer instanceof Error) throw answer;
    const headers = { date: [new Date(NOW).toUTCString()], 'x-version-id': ['11.2.1.x'] };
    return { status: 200, headers, body: Buffer.from(JSON.stringify(answer)) };
  };
  const context = {
    url: SITE,
    anyone: call,
    admin: anonymous ? undefined : { call, token: 'admin' },
    siteUrl: SITE,
    fetch: async (url: unknown, init?: RequestInit) => {
      const authorization = new Headers(init?.headers).get('Authorization');
      asked.push({ url: String(url), authorization });
      const answer = { ...PAGES, ...pages }[String(url)];
      if (answer === undefined) throw new TypeError('fetch failed');
      return answer();
    },
    now: () => NOW,
    ...more,
  };
  return examine(MANAGED_CHECKS, context, () => undefined);
}

const faults = (findings: readonly Finding[]): Link[] =>
  findings.filter(({ outcome }) => outcome === 'fault').map(({ link }) => link);
const textOf = (findings: readonly Finding[]) => JSON.stringify(findings);

describe('doctor, where Mattermost runs the backend', () => {
  it('says one line for each link, in order, when all is well', async () => {
    const findings = await findingsOf({});
    expect(findings.map(({ link }) => link)).toEqual(MANAGED_LINKS.filter((link) => link !== 'settings'));
    expect(findings.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
  });

  it('takes nothing for broken only because there is no administrator', async () => {
    expect(faults(await findingsOf({ anonymous: true }))).toEqual([]);
  });

  it.each<[string, Broken, Link, RegExp]>([
    [
      'Mattermost is away',
      { answers: { 'GET /system/ping': new RestError('ECONNREFUSED', { status: 0, id: 'no_answer' }) } },
      'address',
      /nothing listens/,
    ],
    ['the address is below the site', { answers: { 'GET /system/ping': '<html>' } }, 'address', /its path/],
    ['the plugin is not installed', { answers: { 'GET /plugins/statuses': [] } }, 'plugin', /deploy/],
    [
      'it is disabled',
      { answers: { 'GET /plugins/statuses': [status({ state: 0 })] } },
      'plugin',
      /enable it in System Console/,
    ],
    [
      'one node gave it up',
      { answers: { 'GET /plugins/statuses': [status(), status({ state: 4 })] } },
      'plugin',
      /disable and enable/,
    ],
    [
      'it cannot start',
      { answers: { 'GET /plugins/statuses': [status({ state: 3, error: 'permission denied' })] } },
      'plugin',
      /noexec/,
    ],
    [
      'the bundle is the small one',
      { answers: { 'GET /plugins': { active: [{ id: 'todo-node' }] } } },
      'plugin',
      /--managed/,
    ],
    [
      'another version runs',
      { answers: { 'GET /plugins/statuses': [status(), status({ version: '9.9.9' })] } },
      'version',
      /9\.9\.9/,
    ],
    ['browsers are not told', { answers: { 'GET /plugins/webapp': [] } }, 'webapp', /not told/],
    [
      'browsers get a page in place of the script',
      {
        pages: {
          [`${SITE}/static/plugins/todo-node/todo-node_1_bundle.js`]: () => page('<html>', 200, 'text/html'),
        },
      },
      'webapp',
      /no script \(200 text\/html\)/,
    ],
    ['there is no SiteURL', { siteUrl: undefined }, 'route', /System Console/],
    [
      'a sidecar answers in its place',
      { pages: { [ME]: () => Response.json({ username: 'admin', push: 'sse' }) } },
      'route',
      /out of the proxy/,
    ],
    [
      'Mattermost answers in its place',
      { pages: { [ME]: () => page('404 page not found\n', 404) } },
      'route',
      /disable and enable/,
    ],
    [
      'its database is away',
      { pages: { [ME]: () => page('{"code":"store_unavailable","message":"x"}', 503) } },
      'route',
      /waits for its database/,
    ],
    ['the proxy has an old rule', { pages: { [ME]: () => page('<html>', 502) } }, 'route', /rule/],
    ['SiteURL is redirected', { pages: { [ME]: () => page('', 301) } }, 'route', /end up at/],
    ['the caller is not known', { pages: { [ME]: () => page('{}', 401) } }, 'route', /Authorization/],
    [
      'it fails otherwise',
      { pages: { [ME]: () => page('{"code":"x","message":"Oh."}', 500) } },
      'route',
      /Oh\./,
    ],
    [
      '/todo is somebody else’s',
      { answers: { 'GET /teams/t/commands/autocomplete': [{ trigger: 'todo' }] } },
      'commands',
      /Integrations of eng/,
    ],
    [
      'no token of a webhook is known',
      { answers: { 'GET /config': configWith('') } },
      'webhooks',
      /one a line/,
    ],
    [
      'a webhook still leads to a sidecar',
      { answers: { 'GET /hooks/outgoing?page=0&per_page=200': [webhook('http://old:8077/webhook/todo')] } },
      'webhooks',
      /give https:\/\/chat\.example\.com\/plugins\/todo-node\/webhook\/todo/,
    ],
  ])('names the one broken link when %s, and what to do', async (_what, broken, link, words) => {
    const findings = await findingsOf(broken);
    expect(faults(findings)).toEqual([link]);
    expect(textOf(findings.filter(({ outcome }) => outcome === 'fault'))).toMatch(words);
  });

  const unknown = () => page('{"code":"not_signed_in","message":"x"}', 401);
  it.each<[string, () => Response, Link[]]>([
    ['the backend refuses', unknown, []],
    ['something else refuses', () => page('<html>', 401), ['route']],
    ['Mattermost answers', () => page('404 page not found', 404), ['route']],
  ])('asks SiteURL without a token when it is not MM_URL, and knows when %s', async (_what, me, links) => {
    const asked: Required<Broken>['asked'] = [];
    const url = 'http://127.0.0.1:8065';
    expect(faults(await findingsOf({ url, pages: { [ME]: me }, asked }))).toEqual(links);
    expect(asked).toContainEqual({ url: ME, authorization: null });
    expect(asked.filter(({ authorization }) => authorization !== null)).toEqual([]);
  });

  it('says how a token is written so that what came during an outage is carried out', async () => {
    expect(textOf(await findingsOf({}))).toMatch(
      /only where System Console.* has the token with its place: TOKEN@c\./,
    );
  });

  it('lets a webhook of a stranger alone', async () => {
    const asked: Required<Broken>['asked'] = [];
    const strange = { ...webhook('https://evil.example/webhook/todo'), creator_id: 'eve' };
    const answers = {
      'GET /hooks/outgoing?page=0&per_page=200': [strange],
      'GET /config': configWith(''),
    };
    expect(faults(await findingsOf({ answers, asked }))).toEqual([]);
    expect(asked.filter((one) => one.url.includes('evil'))).toEqual([]);
  });
});
