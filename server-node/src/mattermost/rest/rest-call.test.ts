import { beforeEach, describe, expect, it } from '@jest/globals';

import type { DirectAnswer, DirectTransport } from './direct-transport.ts';
import { NoAnswerError } from './no-answer-error.ts';
import { makeRestCall, type RestRequest } from './rest-call.ts';
import { RestError } from './rest-error.ts';

const SECRET = 'secretsecretsecretsecret12';

const answer = (status: number, headers: DirectAnswer['headers'] = {}, body = '{}'): DirectAnswer => ({
  status,
  headers,
  body: Buffer.from(body),
});
/** As a real one with two limiters answers. */
const LIMITED = answer(
  429,
  { 'retry-after': ['1', '2'], 'x-ratelimit-remaining': ['0'] },
  'limit exceeded\n',
);
const FINE = answer(200);
const REFUSED = new NoAnswerError(new Error('connect ECONNREFUSED'), false);
const LOST = new NoAnswerError(new Error('socket hang up'), true);

describe('a REST call', () => {
  let now: number;
  let answers: (DirectAnswer | NoAnswerError)[];
  let sent: number[];

  beforeEach(() => {
    now = 1_000_000;
    sent = [];
  });

  const transport: DirectTransport = {
    async send() {
      sent.push(now);
      const next = answers.shift() ?? FINE;
      if (next instanceof NoAnswerError) throw next;
      return next;
    },
    close() {},
  };
  const makeCall = (more = {}) =>
    makeRestCall({
      siteUrl: 'https://chat.example.com/sub',
      transport,
      now: () => now,
      timeoutMs: 1_000,
      patienceMs: 10_000,
      tries: 3,
      oneAccount: true,
      sleep: async (ms) => void (now += ms),
      random: () => 0.5,
      ...more,
    });
  const GET: RestRequest = { method: 'GET', path: '/api/v4/users/me?x=private', token: SECRET };
  const POST: RestRequest = { method: 'POST', path: '/api/v4/posts', token: SECRET };

  it.each([
    ['GET', 'no connection', GET, REFUSED, 2],
    ['GET', 'a lost answer', GET, LOST, 2],
    ['GET', 'a fault inside', GET, answer(503), 2],
    ['GET', 'a limit', GET, LIMITED, 2],
    ['POST', 'no connection', POST, REFUSED, 2],
    ['POST', 'a limit', POST, LIMITED, 2],
    ['POST', 'a lost answer', POST, LOST, 1],
    ['POST', 'a fault inside', POST, answer(500), 1],
    ['POST without effect', 'a lost answer', { ...POST, repeatable: true }, LOST, 2],
    ['GET', 'a refusal', GET, answer(403, {}, '{"id":"no","message":"No."}'), 1],
    ['GET', 'a refusal of a proxy', GET, answer(403, {}, '<html>'), 2],
    ['GET', 'a redirect', GET, answer(302, { location: ['https://evil.example/x'] }), 2],
  ])('%s, after %s, is sent so often', async (_method, _fault, request, fault, times) => {
    answers = [fault];
    const outcome = await makeCall()(request).catch((error: unknown) => error);
    expect(sent).toHaveLength(times);
    expect(outcome instanceof RestError).toBe(times === 1);
  });

  it('waits longer before each try, and gives up after the third', async () => {
    answers = [LOST, LOST, LOST, FINE];
    await expect(makeCall()(GET)).rejects.toMatchObject({
      id: 'no_answer',
      status: 0,
      mayHaveHappened: true,
    });
    expect(sent.map((at) => at - 1_000_000)).toEqual([0, 200, 600]);
  });

  it('waits out a limit for as long as both limiters say', async () => {
    answers = [LIMITED, FINE];
    await makeCall()(POST);
    expect(sent.map((at) => at - 1_000_000)).toEqual([0, 2_100]);
  });

  it('says how long to wait when that is beyond its patience', async () => {
    answers = [LIMITED];
    await expect(makeCall({ patienceMs: 1_000 })(GET)).rejects.toMatchObject({
      status: 429,
      id: 'rate_limited',
      retryAfterMs: 2_000,
    });
  });

  it('holds back other calls of a limited account, but not when the clock is put back', async () => {
    answers = [LIMITED];
    const call = makeCall({ patienceMs: 0 });
    await expect(call(GET)).rejects.toMatchObject({ status: 429 });
    now += 500;
    await expect(call(POST)).rejects.toMatchObject({ id: 'rate_limited', retryAfterMs: 1_500 });
    expect(sent).toHaveLength(1);
    now -= 3_600_000;
    await expect(call(POST)).resolves.toMatchObject({ status: 200 });
  });

  it('holds back nobody else where calls are of many accounts', async () => {
    answers = [LIMITED];
    const call = makeCall({ patienceMs: 0, oneAccount: false });
    await expect(call(GET)).rejects.toMatchObject({ status: 429 });
    await expect(call(POST)).resolves.toMatchObject({ status: 200 });
  });

  it.each([
    [
      'Mattermost’s own form',
      answer(403, {}, '{"id":"api.context.permissions.app_error","message":"No."}'),
      'api.context.permissions.app_error',
    ],
    ['a proxy’s page', answer(404, {}, '<html>'), 'not_mattermost'],
    ['nothing', answer(400, {}, ''), 'not_mattermost'],
    ['JSON of another form', answer(404, {}, '[1]'), 'not_mattermost'],
  ])('refused with %s keeps status and id, and tells no secret', async (_form, refusal, id) => {
    answers = [refusal, refusal, refusal];
    const error = (await makeCall()(GET).catch((thrown: unknown) => thrown)) as RestError;
    expect(error).toMatchObject({ name: 'RestError', status: refusal.status, id });
    expect(error.message).toContain('GET /api/v4/users/me: ');
    expect(JSON.stringify([error, error.message, error.stack])).not.toMatch(/secretsecret|private/);
  });
});
