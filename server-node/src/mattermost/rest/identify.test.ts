import { beforeEach, describe, expect, it } from '@jest/globals';

import { recordedAnswer, recordedTransport } from '../recordings/recorded.fixture.ts';
import type { ChannelId } from '../../shared/ids.ts';
import { makeChannelAccess } from './channel-access.ts';
import { makeCheckQueues } from './check-queue.ts';
import type { DirectAnswer } from './direct-transport.ts';
import { makeIdentify } from './identify.ts';
import { makeRestCall } from './rest-call.ts';
import { makeSessionCheck } from './session-check.ts';

const TOKEN = 'a'.repeat(26);
const CSRF = 'c'.repeat(26);
const OPEN = 'uptt6tfenirijftfm31rpjz3qc' as ChannelId;
const CLOSED = 'r7q4ir3yzigi9q7guqi5nkme7h' as ChannelId;
const ME = '/api/v4/users/me';
const TEAMS = '/api/v4/users/me/teams/members';
const IDS = 'POST /api/v4/users/ids';

describe('identify, over recordings of a real Mattermost', () => {
  let now: number;
  let answers: Record<string, DirectAnswer>;
  let sent: ReturnType<typeof recordedTransport>['sent'];
  let identify: ReturnType<typeof makeIdentify>;

  beforeEach(() => {
    now = 1_000_000;
    answers = {
      [ME]: recordedAnswer('sessions', 'users/me with the cookie token as bearer'),
      [TEAMS]: recordedAnswer('channels', 'own team memberships'),
      [IDS]: recordedAnswer('sessions', 'CSRF: POST, cookie, right X-CSRF-Token'),
      [`/api/v4/channels/${OPEN}`]: recordedAnswer(
        'channels',
        'public channel of the team, not a member: GET channel',
      ),
      [`/api/v4/channels/${CLOSED}`]: recordedAnswer(
        'channels',
        'private channel, not a member: GET channel',
      ),
    };
    const recorded = recordedTransport(answers);
    sent = recorded.sent;
    const call = makeRestCall({
      siteUrl: 'https://chat.example.com',
      transport: recorded.transport,
      now: () => now,
      timeoutMs: 1_000,
      patienceMs: 0,
      tries: 1,
      oneAccount: false,
    });
    const queues = makeCheckQueues();
    identify = makeIdentify({
      sessions: makeSessionCheck(call, () => now, queues.asked),
      accessOf: makeChannelAccess(call, () => now, queues),
      siteHosts: async () => [],
    });
  });

  const bearer = { method: 'GET', headers: { authorization: `Bearer ${TOKEN}` } };
  const change = {
    method: 'POST',
    headers: { cookie: `MMUSERID=x; MMAUTHTOKEN=${TOKEN}; MMCSRF=${CSRF}; other=1`, 'x-csrf-token': CSRF },
  };
  const paths = () => sent.map(({ method, url }) => `${method} ${url.pathname}`);

  it('knows a person', async () => {
    const caller = await identify(bearer);
    expect(caller).toMatchObject({ userId: '55tm8twcsfdgzb7xw8afgs3owc', username: 'dave', isGuest: false });
  });

  it('asks Mattermost once for many requests of one session, and again after 30 s', async () => {
    await Promise.all([identify(bearer), identify(bearer), identify(bearer)]);
    now += 29_000;
    await identify(bearer);
    expect(paths()).toEqual([`GET ${ME}`, `GET ${TEAMS}`]);
    now += 1_000;
    answers[ME] = recordedAnswer('sessions', 'after logout: bearer');
    await expect(identify(bearer)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  it.each(['bearer', 'cookie'])('lets nobody write who has logged out a moment ago, by %s', async (by) => {
    const write = by === 'cookie' ? change : { ...bearer, method: 'DELETE' };
    expect(await identify(write)).toMatchObject({ username: 'dave' });
    answers[ME] = recordedAnswer('sessions', 'after logout: bearer');
    expect(await identify(bearer)).toMatchObject({ username: 'dave' });
    await expect(identify(write)).rejects.toMatchObject({ code: 'not_signed_in' });
    await expect(identify(bearer)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  it('remembers a refusal for a moment only', async () => {
    const { [ME]: good } = answers;
    answers[ME] = recordedAnswer('sessions', 'users/me, invalid bearer (26 characters)');
    await expect(identify(bearer)).rejects.toMatchObject({ code: 'not_signed_in' });
    await expect(identify(bearer)).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(sent).toHaveLength(1);
    answers[ME] = good as DirectAnswer;
    now += 3_000;
    expect(await identify(bearer)).toMatchObject({ username: 'dave' });
  });

  it('lets Mattermost judge the CSRF token: with the session as the only cookie, and no X-Requested-With', async () => {
    expect(await identify(change)).toMatchObject({ username: 'dave' });
    const asked = sent.find(({ method }) => method === 'POST');
    const headers = Object.entries(asked?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
    expect(Object.fromEntries(headers)).toEqual({
      cookie: `MMAUTHTOKEN=${TOKEN}`,
      'x-csrf-token': CSRF,
      'content-type': 'application/json',
    });
    expect(asked?.body).toBe('["55tm8twcsfdgzb7xw8afgs3owc"]');
  });

  it('refuses a CSRF token that Mattermost does not know', async () => {
    answers[IDS] = recordedAnswer('sessions', 'CSRF: POST, cookie, wrong X-CSRF-Token');
    await expect(identify(change)).rejects.toMatchObject({ code: 'csrf_failed' });
  });

  it('asks nobody when header and cookie differ', async () => {
    const forged = { ...change, headers: { ...change.headers, 'x-csrf-token': 'd'.repeat(26) } };
    await expect(identify(forged)).rejects.toMatchObject({ code: 'csrf_failed' });
    expect(sent).toEqual([]);
  });

  it.each([
    ['a limit', recordedAnswer('rate-limit', '429')],
    ['a fault', { status: 500, headers: {}, body: Buffer.from('') }],
    ['a page', recordedAnswer('errors', 'outside of the API: page of the web client')],
    ['another user than any', { status: 200, headers: {}, body: Buffer.from('{"id":"me"}') }],
  ])('says that Mattermost cannot be asked, and remembers nothing, after %s', async (_what, answer) => {
    const { [ME]: good } = answers;
    answers[ME] = answer;
    await expect(identify(bearer)).rejects.toMatchObject({ code: 'mattermost_unavailable' });
    answers[ME] = good as DirectAnswer;
    expect(await identify(bearer)).toMatchObject({ username: 'dave' });
  });

  it('asks about a channel with the caller’s session, once in 30 s', async () => {
    const { access } = await identify(bearer);
    expect(await access.stateOfChannel(OPEN, 'recent')).toBe('open');
    expect(await access.stateOfChannel(CLOSED, 'recent')).toBe('unreadable');
    now += 20_000;
    expect(await access.stateOfChannel(OPEN, 'recent')).toBe('open');
    const asked = sent.filter(({ url }) => url.pathname.endsWith(OPEN));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers).toMatchObject({ Authorization: `Bearer ${TOKEN}` });
    now += 10_000;
    answers[`/api/v4/channels/${OPEN}`] = recordedAnswer(
      'channels',
      'private channel, not a member: GET channel',
    );
    expect(await access.stateOfChannel(OPEN, 'recent')).toBe('unreadable');
  });

  it('asks about a channel each time when it matters now, and remembers the answer for the rest', async () => {
    const { access } = await identify(bearer);
    expect(await access.stateOfChannel(OPEN, 'recent')).toBe('open');
    answers[`/api/v4/channels/${OPEN}`] = recordedAnswer(
      'channels',
      'private channel, not a member: GET channel',
    );
    expect(await access.stateOfChannel(OPEN, 'recent')).toBe('open');
    expect(await access.stateOfChannel(OPEN, 'now')).toBe('unreadable');
    expect(await access.stateOfChannel(OPEN, 'recent')).toBe('unreadable');
  });

  it('says that the session has ended when it ends between two questions', async () => {
    const { access } = await identify(bearer);
    answers[`/api/v4/channels/${OPEN}`] = recordedAnswer('sessions', 'after logout: bearer');
    await expect(access.stateOfChannel(OPEN, 'recent')).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});
