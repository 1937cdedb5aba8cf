import { describe, expect, it } from '@jest/globals';
import { makeLogger } from './make-logger.ts';

const SECRET = 'tokentokentokentokentoken1';

function logged(fields: object, message = 'said'): string {
  const lines: string[] = [];
  makeLogger({ level: 'info', secrets: [SECRET], write: (line) => void lines.push(line) }).info(
    fields,
    message,
  );
  return lines.join('');
}

describe('the log', () => {
  it('is one line of JSON', () => {
    expect(JSON.parse(logged({ a: 1 }))).toMatchObject({ a: 1, msg: 'said', level: 30 });
  });

  it.each([
    ['a known secret anywhere', { err: new Error(`refused ${SECRET}`) }, SECRET],
    ['a field named token', { body: { token: 'unknown-token' } }, 'unknown-token'],
    ['a cookie', { headers: { cookie: 'MMAUTHTOKEN=session' } }, 'session'],
    ['an authorization', { req: { headers: { authorization: 'Bearer session12' } } }, 'session12'],
    ['a bearer in a sentence', { err: new Error('sent Bearer session12') }, 'session12'],
    ['a query of an address', { err: new Error('GET /plugins/x?token=session12 failed') }, 'session12'],
    ['a query of a whole address', { url: 'https://x.example/a?b=session12' }, 'session12'],
    ['a query behind other signs', { err: new Error('GET /a/{id}@x?token=session12') }, 'session12'],
    [
      'what PostgreSQL says of a row',
      { err: Object.assign(new Error('x'), { detail: '(1, milk)' }) },
      'milk',
    ],
    ['a password of an address', { url: 'postgres://u:session12@db/x' }, 'session12'],
  ])('hides %s', (_what, fields, secret) => {
    expect(logged(fields)).not.toContain(secret);
    expect(() => JSON.parse(logged(fields))).not.toThrow();
  });

  it('keeps what is no secret', () => {
    expect(logged({ url: 'https://x.example/a' }, 'Why? Because.')).toMatch(/x\.example\/a.*Why\? Because\./);
  });
});
