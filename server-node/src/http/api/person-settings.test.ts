import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandView, SettingsView } from '../../contract/api.ts';
import { call } from '../../testing/call.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { userId } from '../../testing/people.ts';

const DIGEST = { on: true, at: '08:30', days: ['MO', 'FR'] };

describe('a person’s settings', () => {
  let backend: Backend;
  let count = 0;
  let ann: string;

  beforeAll(async () => void (backend = await openBackend()));
  afterAll(() => backend.close());
  beforeEach(() => {
    ann = `ann${(count += 1)}`;
    backend.people.add(ann, { timeZone: 'Asia/Tokyo', locale: 'en-US' });
  });

  const get = async (who = ann) => (await call<SettingsView>(backend, who, 'GET', '/me/settings')).body;
  const patch = (body: unknown, who = ann) => call<SettingsView>(backend, who, 'PATCH', '/me/settings', body);
  const waking = async () =>
    (await backend.store.wakeUps.take(Number.MAX_SAFE_INTEGER, 100, 'test')).filter(
      ({ personId }) => personId === userId(ann),
    );

  it('are Mattermost’s and the defaults before anything is set', async () => {
    expect(await get()).toEqual({
      own: {},
      inEffect: {
        ...{ zone: 'Asia/Tokyo', weekStart: 'SU', clock: 12, remindBefore: 0, remindAt: '09:00' },
        quiet: 'off',
        digest: { on: false, at: '08:30', days: ['MO', 'TU', 'WE', 'TH', 'FR'] },
        ...{ requests: 'all', blocked: [], reaction: 'off', tellThread: 'off' },
      },
      version: 0,
    });
  });

  it('are set one by one, and taken away by null', async () => {
    await patch({ zone: 'Europe/Berlin', quiet: { from: '22:00', to: '07:00' } });
    const { body } = await patch({ remindBefore: 30, zone: null });
    expect(body).toMatchObject({
      own: { quiet: { from: '22:00', to: '07:00' }, remindBefore: 30 },
      inEffect: { zone: 'Asia/Tokyo', remindBefore: 30 },
      version: 2,
    });
    expect(await get()).toEqual(body);
  });

  it('are nobody else’s', async () => {
    backend.people.add('bob');
    await patch({ remindBefore: 5 });
    expect((await get('bob')).own).toEqual({});
  });

  it.each<[string, unknown, RegExp]>([
    ['a zone that does not exist', { zone: 'Mars/Olympus' }, /zone: Expected a time zone that exists/],
    ['an offset', { zone: '+02:00' }, /time zone that exists/],
    ['a time that does not exist', { remindAt: '25:00' }, /remindAt/],
    ['quiet hours without end', { quiet: { from: '07:00', to: '07:00' } }, /end at another time/],
    ['a digest on no day', { digest: { ...DIGEST, days: [] } }, /digest.days/],
    ['a reminder years before', { remindBefore: 1e9 }, /remindBefore/],
    ['requests from somebody', { requests: 'friends' }, /requests/],
    ['a block of what is nobody', { blocked: ['bob'] }, /blocked.*Expected the id of a person/],
    ['a setting that there is not', { colour: 'red' }, /colour/],
    ['no object', [], /not as expected/],
  ])('are refused with %s, and nothing is changed', async (_what, body, says) => {
    await patch({ remindBefore: 5 });
    const before = await get();
    const answer = await patch({ ...(body as object), ...(Array.isArray(body) ? { 0: 1 } : {}) });
    expect(answer.status).toBe(400);
    expect((answer.body as unknown as { message: string }).message).toMatch(Array.isArray(body) ? /./ : says);
    expect(await get()).toEqual(before);
  });

  it('schedule the digest for its next day, move it with the zone, and end it', async () => {
    await patch({ digest: DIGEST });
    const [tokyo] = await waking();
    const clockIn = (zone: string, at = 0) =>
      new Intl.DateTimeFormat('en', {
        timeZone: zone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(at);
    expect(clockIn('Asia/Tokyo', tokyo?.at)).toMatch(/^(Mon|Fri).*08:30$/);
    await patch({ zone: 'America/New_York' });
    const [york] = await waking();
    expect(clockIn('America/New_York', york?.at)).toMatch(/^(Mon|Fri).*08:30$/);
    await patch({ digest: { ...DIGEST, on: false } });
    expect(await waking()).toEqual([]);
  });
});

it('settings are shown and set by a command, in the language of whoever typed it, and a wrong value changes nothing', async () => {
  const backend = await openBackend();
  try {
    backend.people.add('yui', { locale: 'ja', timeZone: 'Asia/Tokyo' });
    const say = async (line: string) =>
      (await call<CommandView>(backend, 'yui', 'POST', '/lists/me/commands', { line })).body;
    expect((await say('settings')).answer).toMatch(
      /あなたの設定[^]*`zone` タイムゾーン：\*\*Asia\/Tokyo\*\*/,
    );
    expect(await say('settings digest 8:15 平日')).toMatchObject({
      ok: true,
      answer: expect.stringMatching(/08:15/),
    });
    const set = async () => (await call<SettingsView>(backend, 'yui', 'GET', '/me/settings')).body.own;
    expect(await set()).toMatchObject({ digest: { on: true, at: '08:15' } });
    expect(await say('settings zone Mars/Olympus')).toMatchObject({
      ok: false,
      answer: expect.stringMatching(/Mars/),
    });
    expect(await set()).not.toHaveProperty('zone');
  } finally {
    await backend.close();
  }
});

it('answers say times by the clock that somebody set, else by the usual one where they write so', async () => {
  const backend = await openBackend();
  try {
    const say = async (who: string, line: string) =>
      (await call<CommandView>(backend, who, 'POST', '/lists/me/commands', { line })).body.answer;
    backend.people.add('ann', { locale: 'en', timeZone: 'UTC', channels: ['town'] });
    backend.people.add('yui', { locale: 'ja', timeZone: 'UTC' });
    expect(await say('ann', 'Call Bob 2036-12-04 17:00')).toContain('Dec 4, 2036 5:00 PM');
    expect(await say('yui', 'Bob に電話 2036-12-04 17:00')).toContain('17:00');
    await say('ann', 'settings clock 24');
    await say('yui', 'settings clock 12');
    expect(await say('ann', 'list')).toContain('Dec 4, 2036 17:00');
    expect(await say('yui', 'list')).toContain('午後5:00');
    expect(await say('ann', 'settings')).toContain('`clock` Clock: **24 hours**');
    await say('ann', 'settings clock default');
    expect(await say('ann', 'list')).toContain('5:00 PM');
  } finally {
    await backend.close();
  }
});

it.each([
  ['daily', 'Every day'],
  ['weekdays', 'Weekdays'],
  ['mon, thu', 'Monday, Thursday'],
])('days of the overview typed as %s are said as %s', async (typed, said) => {
  const backend = await openBackend();
  try {
    backend.people.add('ann', { locale: 'en' });
    const body = { line: `settings digest 8:30 ${typed}` };
    const { answer } = (await call<CommandView>(backend, 'ann', 'POST', '/lists/me/commands', body)).body;
    expect(answer).toContain(`**8:30 AM · ${said}**`);
  } finally {
    await backend.close();
  }
});

it('somebody is blocked by name, shown by name, and unblocked', async () => {
  const backend = await openBackend();
  try {
    for (const name of ['ann', 'bob', 'carol']) backend.people.add(name);
    const say = async (line: string) =>
      (await call<CommandView>(backend, 'ann', 'POST', '/lists/me/commands', { line })).body;
    const blocked = async () =>
      (await call<SettingsView>(backend, 'ann', 'GET', '/me/settings')).body.inEffect.blocked;
    expect(await say('settings block @bob @Carol')).toMatchObject({
      ok: true,
      answer: expect.stringMatching(/`block` Blocked: \*\*@bob, @carol\*\*/),
    });
    expect(await say('settings block @bob')).toMatchObject({ ok: true });
    expect(await blocked()).toEqual([userId('carol'), userId('bob')]);
    expect((await say('settings unblock @bob')).answer).toMatch(/\*\*@carol\*\*/);
    expect(await say('settings block @carl')).toMatchObject({
      ok: false,
      answer: expect.stringMatching(/nobody named @carl here\. Did you mean @carol\?/),
    });
    expect(await blocked()).toEqual([userId('carol')]);
    expect((await say('settings block none')).answer).toMatch(/\*\*nobody\*\*/);
    expect((await say('settings allow_incoming_task_requests off')).answer).toMatch(
      /`requests`.*\*\*off\*\*/,
    );
    expect(await call<SettingsView>(backend, 'ann', 'GET', '/me/settings')).toMatchObject({
      body: { own: { requests: 'off' }, inEffect: { requests: 'off', blocked: [] } },
    });
  } finally {
    await backend.close();
  }
});
