import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callApi, type ApiAnswer, type ApiCall } from './api-client.ts';
import { CAST_PASSWORD, makeCast, type Cast } from './make-cast.ts';
import { openSite, type ContractSite } from './open-site.ts';

const UNKNOWN_TOKEN = 'aaaaaaaaaaaaaaaaaaaaaaaaaa';
const XHR = { 'X-Requested-With': 'XMLHttpRequest' };
const EXPIRED = 'api.context.session_expired.app_error';

let site: ContractSite;
let cast: Cast;
let cookies: Record<string, string>;

const api = (method: string, path: string, call?: ApiCall) =>
  callApi(site.url, method, `/api/v4${path}`, call);
const logIn = (body: object, headers = {}) => api('POST', '/users/login', { body, headers });
const idOf = (answer: ApiAnswer) => (answer.body as { id?: string } | undefined)?.id;

function cookiesOf(answer: ApiAnswer): Record<string, string> {
  const pairs = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]?.split('=') ?? []);
  return Object.fromEntries(pairs) as Record<string, string>;
}

const cookieHeader = () => ({ Cookie: `MMAUTHTOKEN=${cookies['MMAUTHTOKEN']}; MMCSRF=${cookies['MMCSRF']}` });

beforeAll(async () => {
  site = await openSite();
  cast = await makeCast(site);
  cookies = cookiesOf(await logIn({ login_id: cast.dave.name, password: CAST_PASSWORD }, XHR));
}, 30_000);

afterAll(() => site.close());

describe('a login', () => {
  it('gives the token in a header, and cookies only to a web client', async () => {
    const script = await logIn({ login_id: cast.dave.name, password: CAST_PASSWORD });
    expect([script.status, script.headers.get('token')?.length, script.headers.getSetCookie()]).toEqual([
      200,
      26,
      [],
    ]);
    expect(Object.keys(cookies).sort()).toEqual(['MMAUTHTOKEN', 'MMCSRF', 'MMUSERID']);
    expect(cookies['MMUSERID']).toBe(cast.dave.id);
  });

  it('hides the session cookie from scripts, and no other', async () => {
    const answer = await logIn({ login_id: cast.dave.name, password: CAST_PASSWORD }, XHR);
    const hidden = answer.headers.getSetCookie().filter((cookie) => cookie.includes('HttpOnly'));
    expect(hidden.map((cookie) => cookie.split('=')[0])).toEqual(['MMAUTHTOKEN']);
  });

  it.each([
    [
      'a wrong password',
      { password: 'Wrong-pass1!' },
      401,
      'api.user.login.invalid_credentials_email_username',
    ],
    ['an empty password', { password: '' }, 400, 'api.user.login.blank_pwd.app_error'],
    [
      'an unknown name',
      { login_id: 'nobody-of-that-name' },
      401,
      'api.user.login.invalid_credentials_email_username',
    ],
  ])('is refused with %s', async (_what, change, status, id) => {
    const answer = await logIn({ login_id: cast.erin.name, password: CAST_PASSWORD, ...change });
    expect([answer.status, idOf(answer)]).toEqual([status, id]);
  });
});

describe('a session', () => {
  it.each([
    ['Bearer', (token: string) => ({ Authorization: `Bearer ${token}` })],
    ['BEARER in capitals', (token: string) => ({ Authorization: `BEARER ${token}` })],
    ['token', (token: string) => ({ Authorization: `token ${token}` })],
    ['the cookie', (token: string) => ({ Cookie: `MMAUTHTOKEN=${token}` })],
  ])('is found by %s', async (_way, headers) => {
    const answer = await api('GET', '/users/me', { headers: headers(cast.dave.token) });
    expect([answer.status, idOf(answer)]).toEqual([200, cast.dave.id]);
  });

  it('is not taken from the address', async () => {
    const answer = await api('GET', `/users/me?access_token=${cast.dave.token}`);
    expect([answer.status, idOf(answer)]).toEqual([401, 'api.context.token_provided.app_error']);
  });

  it('is that of the cookie when a bearer comes too, even if the cookie is worthless', async () => {
    const both = (cookie: string) =>
      api('GET', '/users/me', { token: cast.erin.token, headers: { Cookie: `MMAUTHTOKEN=${cookie}` } });
    expect(idOf(await both(cast.dave.token))).toBe(cast.dave.id);
    expect((await both(UNKNOWN_TOKEN)).status).toBe(401);
  });

  it('that is refused costs the session cookie; a request without any does not', async () => {
    const refused = await api('GET', '/users/me', { token: UNKNOWN_TOKEN });
    expect([refused.status, idOf(refused)]).toEqual([401, EXPIRED]);
    expect(refused.headers.getSetCookie().join()).toMatch(/^MMAUTHTOKEN=;.*Max-Age=0/);
    const none = await api('GET', '/users/me');
    expect([none.status, none.headers.getSetCookie()]).toEqual([401, []]);
  });

  it('answers 304 to somebody who has the person already', async () => {
    const etag = (await api('GET', '/users/me', { token: cast.dave.token })).headers.get('etag') ?? '';
    const again = await api('GET', '/users/me', {
      token: cast.dave.token,
      headers: { 'If-None-Match': etag },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('ends with the logout, for the cookie and as a bearer', async () => {
    const mine = cookiesOf(await logIn({ login_id: cast.frank.name, password: CAST_PASSWORD }, XHR));
    const headers = { Cookie: `MMAUTHTOKEN=${mine['MMAUTHTOKEN']}`, 'X-CSRF-Token': mine['MMCSRF'] ?? '' };
    const out = await api('POST', '/users/logout', { headers });
    expect([out.status, out.body]).toEqual([200, { status: 'OK' }]);
    expect((await api('GET', '/users/me', { headers })).status).toBe(401);
    expect((await api('GET', '/users/me', { token: mine['MMAUTHTOKEN'] ?? '' })).status).toBe(401);
  });
});

describe('a request by cookie that is no GET', () => {
  const ask = (headers: Record<string, string>, token?: string) =>
    api('POST', '/users/ids', {
      body: [cast.erin.id],
      headers: { ...cookieHeader(), ...headers },
      ...(token === undefined ? {} : { token }),
    });

  it.each([
    ['with the right CSRF token', () => ({ 'X-CSRF-Token': cookies['MMCSRF'] ?? '' }), 200],
    ['without one', () => ({}), 401],
    ['with a wrong one', () => ({ 'X-CSRF-Token': UNKNOWN_TOKEN }), 401],
    ['without one but as XMLHttpRequest', () => XHR, 200],
    ['with a wrong one but as XMLHttpRequest', () => ({ ...XHR, 'X-CSRF-Token': UNKNOWN_TOKEN }), 200],
  ])('%s', async (_what, headers, status) => {
    expect((await ask(headers())).status).toBe(status);
  });

  it('needs the CSRF token although a bearer comes too', async () => {
    expect((await ask({}, cast.dave.token)).status).toBe(401);
  });

  it('that was refused leaves the session alive', async () => {
    await ask({});
    expect((await api('GET', '/users/me', { headers: cookieHeader() })).status).toBe(200);
  });

  it('needs none when only a bearer comes', async () => {
    const answer = await api('POST', '/users/ids', { token: cast.dave.token, body: [cast.erin.id] });
    expect(answer.status).toBe(200);
  });
});

describe('what lies outside of the API', () => {
  it.each(['/plugins/no-such-plugin/api/health', '/plugins/no-such-plugin'])(
    '%s is 404 as plain text',
    async (path) => {
      const answer = await callApi(site.url, 'GET', path);
      expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([
        404,
        '404 page not found\n',
        'text/plain; charset=utf-8',
      ]);
    },
  );
});
