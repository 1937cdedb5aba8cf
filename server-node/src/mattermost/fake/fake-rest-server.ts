import http from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ChannelId, PostId, UserId } from '../../shared/ids.ts';
import type { Attachment } from '../../replies/pressable.ts';
import type { OpenDialog } from '../rest/rest-client.ts';
import {
  FakeRefusal,
  namesOf,
  TEAM_NAME,
  type FakeMattermost,
  type FakeReaction,
  type NewFakePost,
} from './fake-mattermost.ts';

export interface SeenRequest {
  method: string;
  /** Below the site's address. */
  path: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** What goes wrong with one request: `before` it is done, `after` it was done, or another answer instead. */
export type Fault =
  | 'drop-before'
  | 'drop-after'
  | 'stall-after'
  | { status: number; headers?: http.OutgoingHttpHeaders; body?: string };

/** A site in memory behind REST, on loopback, that can be made to fail. */
export async function startFakeRestServer(site: FakeMattermost, { subpath = '' } = {}) {
  const seen: SeenRequest[] = [];
  let faultOf: (request: SeenRequest) => Fault | undefined = () => undefined;
  const server = http.createServer(async (req, res) => {
    const request = await readRequest(req, subpath);
    seen.push(request);
    const fault = faultOf(request);
    if (typeof fault === 'object') {
      res.writeHead(fault.status, fault.headers).end(fault.body);
    } else if (fault === 'drop-before') {
      req.socket.destroy();
    } else {
      const { status, body } = answer(site, request);
      if (fault === 'drop-after') {
        req.socket.destroy();
      } else if (fault !== 'stall-after') {
        const kind = typeof body === 'string' ? 'text/plain' : 'application/json';
        res.writeHead(status, { 'Content-Type': kind, ...(status === 401 && DELETED_COOKIE) });
        res.end(typeof body === 'string' ? body : JSON.stringify(body));
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${subpath}`,
    seen,
    /** Asked for each request; undefined: none. */
    failWith: (fault: typeof faultOf) => void (faultOf = fault),
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As a real one does with every 401. */
const DELETED_COOKIE = { 'Set-Cookie': 'MMAUTHTOKEN=; Path=/; Max-Age=0; HttpOnly' };

async function readRequest(req: http.IncomingMessage, subpath: string): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) {
    chunks.push(chunk);
  }
  const url = req.url ?? '';
  const path = url.startsWith(`${subpath}/`) ? url.slice(subpath.length) : '/outside-of-the-subpath';
  return { method: req.method ?? '', path, headers: req.headers, body: Buffer.concat(chunks).toString() };
}

interface Answer {
  status: number;
  body: unknown;
}

type Route = (site: FakeMattermost, request: SeenRequest, id: string) => Answer;

function answer(site: FakeMattermost, request: SeenRequest): Answer {
  const [path = ''] = request.path.split('?');
  for (const [method, pattern, route] of ROUTES) {
    const match = pattern.exec(path);
    if (match !== null && method === request.method) {
      return attempt(() => route(site, request, match[1] ?? ''));
    }
  }
  return refusal(404, 'api.context.404.app_error');
}

function attempt(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (error instanceof FakeRefusal) {
      return refusal(error.status, error.id);
    }
    throw error;
  }
}

function refusal(status: number, id: string): Answer {
  return {
    status,
    body: { id, message: 'Refused.', detailed_error: '', request_id: '', status_code: status },
  };
}

/** The cookie counts first, and then the CSRF token must be the session's, unless X-Requested-With is there. */
function signedIn(site: FakeMattermost, { method, headers }: SeenRequest) {
  const cookie = /MMAUTHTOKEN=(\w+)/.exec(headers.cookie ?? '')?.[1];
  const token = cookie ?? /^bearer (\w+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  const csrf = headers['x-csrf-token'];
  const forged = csrf !== site.sessions.get(token)?.csrf && headers['x-requested-with'] === undefined;
  if (cookie !== undefined && method !== 'GET' && forged) {
    throw new FakeRefusal(401, 'api.context.session_expired.app_error');
  }
  return site.personOf(token);
}

function withFactor(site: FakeMattermost, request: SeenRequest) {
  const person = signedIn(site, request);
  if (person.owesFactor) {
    throw new FakeRefusal(401, 'api.context.mfa_required.app_error');
  }
  return person;
}

/** What a button calls, and with what, is shown to nobody. */
function view(post: FakeMattermost['posts'][number]) {
  const attachments = post.props['attachments'] as Attachment[] | undefined;
  if (attachments === undefined) return post;
  const shown = attachments.map(({ actions }) => ({
    actions: actions.map(({ integration: _hidden, ...action }) => action),
  }));
  return { ...post, props: { ...post.props, attachments: shown } };
}

const membersAmong = ({ body }: SeenRequest, isMember: (id: UserId) => boolean) =>
  (JSON.parse(body) as UserId[]).filter(isMember).map((user_id) => ({ user_id, delete_at: 0 }));

const list = (posts: FakeMattermost['posts']) => ({
  order: posts.map(({ id }) => id),
  posts: Object.fromEntries(posts.map((post) => [post.id, view(post)])),
});

const ROUTES: readonly (readonly [string, RegExp, Route])[] = [
  ['GET', /^\/api\/v4\/system\/ping$/, () => ({ status: 200, body: { status: 'OK' } })],
  [
    'GET',
    /^\/api\/v4\/config\/client$/,
    (site) => ({
      status: 200,
      body: { SiteURL: 'https://chat.example.com', DefaultClientLocale: 'ja', Version: site.version },
    }),
  ],
  [
    'GET',
    /^\/api\/v4\/users\/(user\d+)$/,
    (site, request, id) => {
      withFactor(site, request);
      const person = site.people.get(id as UserId);
      if (person === undefined) throw new FakeRefusal(404, 'app.user.missing_account.const');
      return { status: 200, body: person };
    },
  ],
  ['GET', /^\/api\/v4\/users\/me$/, (site, request) => ({ status: 200, body: signedIn(site, request) })],
  [
    'GET',
    /^\/api\/v4\/users\/me\/teams\/members$/,
    (site, request) => (withFactor(site, request), { status: 200, body: [] }),
  ],
  [
    'POST',
    /^\/api\/v4\/users\/ids$/,
    (site, request) => ({ status: 200, body: [withFactor(site, request)] }),
  ],
  [
    'POST',
    /^\/api\/v4\/users\/status\/ids$/,
    (site, request) => {
      withFactor(site, request);
      return { status: 200, body: site.statuses(JSON.parse(request.body) as string[]) };
    },
  ],
  [
    'POST',
    /^\/api\/v4\/users\/usernames$/,
    (site, request) => {
      withFactor(site, request);
      const names = JSON.parse(request.body) as string[];
      return {
        status: 200,
        body: [...site.people.values()].filter(({ username }) => names.includes(username)),
      };
    },
  ],
  [
    'POST',
    /^\/api\/v4\/users\/search$/,
    (site, request) => {
      withFactor(site, request);
      const { term } = JSON.parse(request.body) as { term: string };
      return { status: 200, body: site.peopleBeginningWith(term) };
    },
  ],
  [
    'GET',
    /^\/api\/v4\/users\/me\/teams$/,
    (site, request) => ({
      status: 200,
      body: site.teamsOf(withFactor(site, request).id).map((id) => ({ id, type: 'O', delete_at: 0 })),
    }),
  ],
  [
    'GET',
    /^\/api\/v4\/users\/me\/channels$/,
    (site, request) => {
      const { id: me } = withFactor(site, request);
      const own = [...site.channels.values()].filter(({ members }) => members.has(me));
      return { status: 200, body: own.map(({ id, type, delete_at }) => ({ id, type, delete_at })) };
    },
  ],
  [
    'POST',
    /^\/api\/v4\/channels\/(\w+)\/members\/ids$/,
    (site, request, id) => {
      const { members } = site.channelFromInside(withFactor(site, request).id, id as ChannelId);
      return { status: 200, body: membersAmong(request, (one) => members.has(one)) };
    },
  ],
  [
    'POST',
    /^\/api\/v4\/teams\/(\w+)\/members\/ids$/,
    (site, request, team) => {
      if (!site.isInTeam(withFactor(site, request).id, team))
        throw new FakeRefusal(403, 'api.context.permissions.app_error');
      return { status: 200, body: membersAmong(request, (one) => site.isInTeam(one, team)) };
    },
  ],
  [
    'GET',
    /^\/api\/v4\/channels\/(\w+\/members\/\w+)$/,
    (site, request, ids) => {
      const [id = '', , person = ''] = ids.split('/');
      site.channelFromInside(withFactor(site, request).id, id as ChannelId);
      if (!site.isMember(person as UserId, id as ChannelId))
        throw new FakeRefusal(404, 'app.channel.get_member.missing.app_error');
      const roles = site.rolesIn(person as UserId, id as ChannelId);
      return { status: 200, body: { channel_id: id, user_id: person, roles } };
    },
  ],
  [
    'GET',
    /^\/api\/v4\/teams\/(\w+)$/,
    (_site, _request, id) => ({ status: 200, body: { id, name: TEAM_NAME } }),
  ],
  [
    'GET',
    /^\/api\/v4\/channels\/(\w+)$/,
    (site, request, id) => {
      const channel = site.readChannel(withFactor(site, request).id, id as ChannelId);
      const { type, team_id, delete_at } = channel;
      return { status: 200, body: { id, type, team_id, delete_at, ...namesOf(channel) } };
    },
  ],
  [
    'GET',
    /^\/api\/v4\/posts\/(\w+)$/,
    (site, request, id) => ({
      status: 200,
      body: view(site.readPost(withFactor(site, request).id, id as PostId)),
    }),
  ],
  [
    'GET',
    /^\/api\/v4\/posts\/(\w+)\/thread$/,
    (site, request, id) => {
      site.readPost(withFactor(site, request).id, id as PostId);
      const thread = site.posts.filter((post) => post.id === id || post.root_id === id);
      return { status: 200, body: list(thread) };
    },
  ],
  [
    'GET',
    /^\/api\/v4\/channels\/(\w+)\/posts$/,
    (site, request, id) => {
      site.readChannel(withFactor(site, request).id, id as ChannelId);
      return { status: 200, body: list(site.posts.filter((post) => post.channel_id === id)) };
    },
  ],
  [
    'POST',
    /^\/api\/v4\/channels\/direct$/,
    (site, request) => {
      const me = withFactor(site, request).id;
      const [one, other] = JSON.parse(request.body) as [UserId, UserId];
      if (one !== me && other !== me) {
        throw new FakeRefusal(403, 'api.context.permissions.app_error');
      }
      return { status: 201, body: { id: site.openDirect(one, other).id } };
    },
  ],
  [
    'POST',
    /^\/api\/v4\/channels\/(\w+)\/members$/,
    (site, request, id) => {
      site.join(withFactor(site, request).id, id as ChannelId);
      return { status: 201, body: { channel_id: id } };
    },
  ],
  [
    'POST',
    /^\/api\/v4\/posts$/,
    (site, request) => {
      const is_silent = request.path.endsWith('?silent=true');
      const draft = { ...(JSON.parse(request.body) as NewFakePost), is_silent };
      return { status: 201, body: site.createPost(withFactor(site, request).id, draft) };
    },
  ],
  [
    'POST',
    /^\/api\/v4\/reactions$/,
    (site, request) => ({
      status: 201,
      body: site.react(withFactor(site, request).id, JSON.parse(request.body) as FakeReaction),
    }),
  ],
  [
    'DELETE',
    /^\/api\/v4\/users\/(\w+\/posts\/\w+\/reactions\/[\w+-]+)$/,
    (site, request, what) => {
      const [user_id = '', , post_id = '', , emoji_name = ''] = what.split('/');
      const reaction = { user_id: user_id as UserId, post_id: post_id as PostId, emoji_name };
      site.unreact(withFactor(site, request).id, reaction);
      return { status: 200, body: { status: 'OK' } };
    },
  ],
  [
    'POST',
    /^\/api\/v4\/posts\/(\w+\/(?:un)?pin)$/,
    (site, request, what) => {
      const [id = '', act] = what.split('/');
      const post = site.readPost(withFactor(site, request).id, id as PostId);
      site.editPost(post.id, { is_pinned: act === 'pin' });
      return { status: 200, body: { status: 'OK' } };
    },
  ],
  [
    'POST',
    /^\/api\/v4\/roles\/names$/,
    (site, request) => {
      withFactor(site, request);
      const names = JSON.parse(request.body) as string[];
      const permissions = (name: string) => [
        'read_channel',
        ...(name === 'channel_user' ? ['create_post'] : []),
      ];
      return { status: 200, body: names.map((name) => ({ name, permissions: permissions(name) })) };
    },
  ],
  [
    'PUT',
    /^\/api\/v4\/posts\/(\w+)\/patch$/,
    (site, request, id) => {
      const post = site.readPost(withFactor(site, request).id, id as PostId);
      if (post.user_id !== signedIn(site, request).id || !site.isMember(post.user_id, post.channel_id))
        throw new FakeRefusal(403, 'api.context.permissions.app_error');
      return { status: 200, body: site.editPost(post.id, JSON.parse(request.body) as { message: string }) };
    },
  ],
  [
    'POST',
    /^\/api\/v4\/actions\/dialogs\/open$/,
    (site, request) => {
      const { trigger_id, url, dialog } = JSON.parse(request.body) as OpenDialog;
      const { title, introduction_text: about, submit_label: submit, state, elements } = dialog;
      site.openDialog(trigger_id, {
        ...{ url, title, about, submit, state },
        elements: elements.map(
          ({ name, display_name, type, default: value, data_source: source, options }) => ({
            ...{ name: String(name), label: String(display_name), type: String(type), value: String(value) },
            source: String(source ?? ''),
            options: ((options ?? []) as { text: string; value: string }[]).map(({ text, value: chosen }) => [
              text,
              chosen,
            ]),
          }),
        ),
      });
      return { status: 200, body: { status: 'OK' } };
    },
  ],
  ['POST', /^\/hooks\/commands\/(\w+)$/, () => ({ status: 200, body: 'ok' })],
];
