import { describe, expect, it } from '@jest/globals';

import { checkCsrf, isWrite } from './csrf.ts';

const CSRF = 'c'.repeat(26);
const request = (headers: Record<string, string | string[]>) => ({
  method: 'POST',
  headers: { cookie: `MMCSRF=${CSRF}`, 'x-csrf-token': CSRF, host: 'chat.example.com', ...headers },
});

describe('the CSRF check', () => {
  it.each([
    ['GET', false],
    ['head', false],
    ['OPTIONS', false],
    ['POST', true],
    ['patch', true],
    ['DELETE', true],
  ])('is needed for %s: %s', (method, needed) => {
    expect(isWrite(method)).toBe(needed);
  });

  it.each([
    ['the same token in header and cookie', {}],
    ['a page of this site, in the browser’s own word', { 'sec-fetch-site': 'same-origin' }],
    ['the origin that was asked for', { origin: 'https://chat.example.com' }],
    [
      'the configured origin, where a proxy changes Host',
      { origin: 'https://todo.example.com:8443', host: 'x' },
    ],
  ])('lets through %s', (_what, headers) => {
    expect(checkCsrf(request(headers), ['todo.example.com:8443'])).toBe(CSRF);
  });

  it.each([
    ['no header', { 'x-csrf-token': '' }],
    ['the header twice', { 'x-csrf-token': [CSRF, CSRF] }],
    ['another header than cookie', { 'x-csrf-token': 'd'.repeat(26) }],
    ['no cookie', { cookie: 'MMUSERID=x' }],
    ['neither', { cookie: '', 'x-csrf-token': '' }],
    ['an empty pair', { cookie: 'MMCSRF=', 'x-csrf-token': '' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a sister site', { 'sec-fetch-site': 'same-site' }],
    [
      'a cross-site page that claims our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'https://chat.example.com' },
    ],
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'https://chat.example.com:444' }],
    ['the origin null', { origin: 'null' }],
    [
      'two origins',
      { origin: ['https://chat.example.com', 'https://evil.example'], 'sec-fetch-site': 'none' },
    ],
  ])('refuses %s', (_what, headers) => {
    expect(() => checkCsrf(request(headers), ['todo.example.com:8443'])).toThrow(
      expect.objectContaining({ code: 'csrf_failed' }),
    );
  });
});
