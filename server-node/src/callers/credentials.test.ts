import { describe, expect, it } from '@jest/globals';

import { credentialsOf } from './credentials.ts';

const TOKEN = 'a'.repeat(26);
const OTHER = 'b'.repeat(26);
const of = (headers: Record<string, string | string[]>) => credentialsOf({ method: 'GET', headers });

describe('the credentials of a request', () => {
  it.each([
    ['the cookie', { cookie: `MMUSERID=x; MMAUTHTOKEN=${TOKEN}; MMCSRF=y` }, { token: TOKEN, by: 'cookie' }],
    ['a quoted cookie', { cookie: `MMAUTHTOKEN="${TOKEN}"` }, { token: TOKEN, by: 'cookie' }],
    [
      'the first of two cookies',
      { cookie: `MMAUTHTOKEN=${TOKEN}; MMAUTHTOKEN=${OTHER}` },
      { token: TOKEN, by: 'cookie' },
    ],
    [
      'the cookie before the bearer',
      { cookie: `MMAUTHTOKEN=${TOKEN}`, authorization: `Bearer ${OTHER}` },
      { token: TOKEN, by: 'cookie' },
    ],
    ['the bearer', { authorization: `Bearer ${TOKEN}` }, { token: TOKEN, by: 'bearer' }],
    ['the bearer, however written', { authorization: `BEARER ${TOKEN}` }, { token: TOKEN, by: 'bearer' }],
    [
      'the bearer beside other cookies',
      { cookie: 'a=b', authorization: `Bearer ${TOKEN}` },
      { token: TOKEN, by: 'bearer' },
    ],
  ])('are %s', (_which, headers, expected) => {
    expect(of(headers)).toEqual(expected);
  });

  it.each([
    ['nothing', {}],
    ['another scheme', { authorization: `Basic ${TOKEN}` }],
    ['no token', { authorization: 'Bearer' }],
    ['what is no token', { authorization: 'Bearer nonsense' }],
    ['a header within the token', { authorization: `Bearer ${TOKEN}\r\nX-Evil: 1` }],
    ['a very long token', { authorization: `Bearer ${'a'.repeat(10_000)}` }],
    [
      'a malformed cookie beside a good bearer',
      { cookie: 'MMAUTHTOKEN=../x', authorization: `Bearer ${TOKEN}` },
    ],
  ])('are refused for %s, without repeating it', (_what, headers) => {
    expect(() => of(headers)).toThrow(expect.objectContaining({ code: 'not_signed_in' }));
    expect(() => of(headers)).not.toThrow(/nonsense|aaaaaaa|\.\.\/x/);
  });
});
