import { randomBytes } from 'node:crypto';
import type { RestCall, RestRequest } from '../../mattermost/rest/rest-call.ts';
import { RestError } from '../../mattermost/rest/rest-error.ts';

type Row = Record<string, unknown> & { id: string };

interface AccessToken extends Row {
  token: string;
  user_id: string;
  expires_at: number;
}

/** The value of a token is shown once, when it is made. */
const shown = ({ token: _value, ...rest }: Row) => rest;

const endWanted = () =>
  new RestError('an end is wanted', {
    status: 400,
    id: 'app.user_access_token.expires_at_required.app_error',
  });

const newId = (): string => randomBytes(13).toString('hex');

/** A Mattermost in memory, as far as setup knows it; its answers have the recorded server's form. */
export function fakeAdminRest() {
  const tables = {
    users: [] as Row[],
    teams: [] as Row[],
    channels: [] as Row[],
    commands: [] as Row[],
    hooks: [] as Row[],
  };
  const members = new Set<string>();
  const tokens = new Map<string, string>();
  const accessTokens: AccessToken[] = [];
  let botsAreExempt = false;
  const settings = {
    SiteURL: 'https://chat.example.com',
    EnableBotAccountCreation: true,
    MaximumPersonalAccessTokenLifetimeDays: 0,
  };
  const localization = { DefaultClientLocale: 'en' };
  const changes: string[] = [];
  const admin = { id: newId(), username: 'admin', roles: 'system_admin system_user' };
  tables.users.push(admin);
  tokens.set('admin', admin.id);

  const find = (rows: Row[], key: string, value: unknown): Row => {
    const row = rows.find((one) => one[key] === value);
    if (row === undefined) throw new RestError('not found', { status: 404, id: 'not_found' });
    return row;
  };
  const add = (rows: Row[], body: object): Row => {
    const row = { ...body, id: newId(), token: newId(), delete_at: 0 };
    rows.push(row);
    return row;
  };
  /** What is not sent is empty afterwards, as the real one does it. */
  const replaceHook = (hook: Row, body: Row): Row => {
    const { id, team_id, creator_id, delete_at } = hook;
    for (const key of Object.keys(hook)) Reflect.deleteProperty(hook, key);
    return Object.assign(hook, { token: '' }, body, { id, team_id, creator_id, delete_at });
  };
  const memberOf = (path: string, userId: unknown) => {
    const key = `${path} ${String(userId)}`;
    if (!members.has(key)) throw new RestError('not a member', { status: 404, id: 'not_found' });
    return { user_id: userId };
  };
  const userOf = (token: string | undefined): Row => {
    const id = tokens.get(token ?? 'admin');
    if (id === undefined)
      throw new RestError('session expired', { status: 401, id: 'api.context.session_expired.app_error' });
    const user = find(tables.users, 'id', id);
    if (Number(user['delete_at'] ?? 0) > 0)
      throw new RestError('disabled', { status: 401, id: 'api.context.session_expired.app_error' });
    return user;
  };

  const routes: [RegExp, (request: RestRequest, match: string[], body: Row) => unknown][] = [
    [/^GET \/users\/me$/, ({ token }) => userOf(token)],
    [/^GET \/users\/username\/(.+)$/, (_r, [, name]) => find(tables.users, 'username', name)],
    [
      /^GET \/users\/(\w+)\/teams/,
      (_r, [, id]) => tables.teams.filter((team) => members.has(`teams/${team.id} ${id}`)),
    ],
    [/^GET \/bots\/(\w+)/, (_r, [, id]) => ({ ...find(tables.users, 'id', id), user_id: id })],
    [
      /^GET \/config$/,
      () => ({
        ServiceSettings: settings,
        PluginSettings: {},
        RateLimitSettings: {},
        LocalizationSettings: localization,
      }),
    ],
    [/^GET \/teams\/(\w+)\/channels\/name\/(.+)$/, (_r, [, , name]) => find(tables.channels, 'name', name)],
    [/^GET \/teams\?/, () => tables.teams],
    [
      /^GET \/commands\?team_id=(\w+)/,
      (_r, [, team]) => tables.commands.filter((row) => row['team_id'] === team),
    ],
    [/^GET \/hooks\/outgoing/, () => tables.hooks],
    [/^GET \/(channels\/\w+)\/members\/(\w+)$/, (_r, [, path, id]) => memberOf(path ?? '', id)],
    [
      /^POST \/bots$/,
      (_r, _m, body) => {
        const user = add(tables.users, { ...body, is_bot: true, owner_id: admin.id, last_picture_update: 0 });
        return { ...user, user_id: user.id };
      },
    ],
    [
      /^POST \/bots\/(\w+)\/enable$/,
      (_r, [, id]) => ({ ...Object.assign(find(tables.users, 'id', id), { delete_at: 0 }), user_id: id }),
    ],
    [
      /^POST \/users\/(\w+)\/image$/,
      (_r, [, id]) => Object.assign(find(tables.users, 'id', id), { last_picture_update: 1 }),
    ],
    [
      /^POST \/users\/(\w+)\/tokens$/,
      (_r, [, id = ''], { expires_at: end = 0 }) => {
        if (end === 0 && settings.MaximumPersonalAccessTokenLifetimeDays > 0 && !botsAreExempt)
          throw endWanted();
        const made = { id: newId(), token: newId(), user_id: id, is_active: true, expires_at: Number(end) };
        tokens.set(made.token, id);
        accessTokens.push(made);
        return made;
      },
    ],
    [/^GET \/users\/tokens\/(\w+)$/, (_r, [, id]) => shown(find(accessTokens, 'id', id))],
    [
      /^GET \/users\/(\w+)\/tokens\?/,
      (_r, [, id]) => accessTokens.filter((one) => one.user_id === id).map(shown),
    ],
    [
      /^POST \/((?:teams|channels)\/\w+)\/members$/,
      (_r, [, path], body) => members.add(`${path} ${String(body['user_id'])}`) && {},
    ],
    [
      /^POST \/commands$/,
      ({ token }, _m, body) => add(tables.commands, { ...body, creator_id: userOf(token).id }),
    ],
    [
      /^POST \/hooks\/outgoing$/,
      ({ token }, _m, body) => add(tables.hooks, { ...body, creator_id: userOf(token).id }),
    ],
    [/^PUT \/commands\/(\w+)$/, (_r, [, id], body) => Object.assign(find(tables.commands, 'id', id), body)],
    [/^PUT \/hooks\/outgoing\/(\w+)$/, (_r, [, id], body) => replaceHook(find(tables.hooks, 'id', id), body)],
  ];

  const call: RestCall = async (request) => {
    const line = `${request.method} ${request.path.replace('/api/v4', '')}`;
    if (request.method !== 'GET') changes.push(line);
    const [pattern, answer] = routes.find(([one]) => one.test(line)) ?? [];
    if (pattern === undefined || answer === undefined) throw new Error(`the fake has no ${line}`);
    const body = typeof request.body === 'string' ? (JSON.parse(request.body) as Row) : ({} as Row);
    const data = answer(request, [...(pattern.exec(line) ?? [])], body);
    return { status: 200, headers: {}, body: Buffer.from(JSON.stringify(data)) };
  };
  return {
    call,
    changes,
    settings,
    localization,
    tables,
    tokens,
    accessTokens,
    /** As Mattermost did before 12.0: its limit is for tokens of people alone. */
    exemptsBots: () => void (botsAreExempt = true),
    addTeam: (name: string) => add(tables.teams, { name }),
    addChannel: (name: string, type = 'O') => add(tables.channels, { name, type }),
    addUser: (username: string, more: object = {}) => add(tables.users, { username, ...more }),
  };
}
