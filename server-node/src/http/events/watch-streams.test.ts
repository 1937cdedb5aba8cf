import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../callers/ports.ts';
import { AppError, type ErrorCode } from '../../shared/app-error.ts';
import { silentLogger } from '../../shared/logger.ts';
import { channelId, userId } from '../../testing/people.ts';
import type { Addressed } from '../../todos/whom-it-concerns.ts';
import { channelList, listOwner, personList } from '../../todos/list.ts';
import { makeTell } from './make-tell.ts';
import { makeSubscribers, type Subscriber } from './subscribers.ts';
import { beat, makeChecks } from './watch-streams.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const TOWN = channelList(channelId('town'));
const IN_TOWN: Addressed = { to: listOwner(TOWN), listId: TOWN, isByName: false };
const HEARTBEAT = ': \n\n';
const READY = `event: ready\ndata: {"lists":["${TOWN}"]}\n\n`;

let now: number;
/** Why Mattermost cannot say who somebody is, or may read; null when it can. */
let refusal: ErrorCode | null;
let asking: number;
let mostAsking: number;
let subscribers: ReturnType<typeof makeSubscribers>;
let random: number;
const deps = { now: () => now, random: () => random, logger: silentLogger };
const answered = () => new Promise(setImmediate);

beforeEach(() => {
  now = 0;
  refusal = null;
  asking = 0;
  mostAsking = 0;
  random = 0;
  subscribers = makeSubscribers();
});

async function ask(): Promise<void> {
  mostAsking = Math.max(mostAsking, ++asking);
  await answered();
  asking -= 1;
  if (refusal !== null) throw new AppError(refusal, 'No.');
}

function callerNamed(name: string): Caller {
  const stateOfChannel = () => ask().then(() => 'open' as const);
  const access = { stateOfChannel, channelOfPost: async () => undefined };
  return { userId: userId(name), username: name, isGuest: false, locale: 'en', access };
}

/** A stream that was opened at 0, and what it was sent. */
function open(name: string, checkAt = 0): { said: string[]; subscriber: Subscriber } {
  const said: string[] = [];
  let tail = Promise.resolve();
  const stream = {
    write: (frame: string) => void said.push(frame),
    run: (job: () => Promise<void>) => ((tail = tail.then(job)), true),
    bye: () => void said.push('bye'),
  };
  const subscriber: Subscriber = {
    stream,
    lists: [TOWN],
    identity: { method: 'GET', headers: { authorization: `Bearer ${name}` } },
    caller: callerNamed(name),
    identifiedAt: 0,
    checkAt,
    isBeingChecked: false,
    hasMissed: false,
  };
  subscribers.add(subscriber);
  return { said, subscriber };
}

function openChecks() {
  const checks = makeChecks(subscribers, {
    ...deps,
    identify: ({ headers }) =>
      ask().then(() => callerNamed(String(headers['authorization']).slice('Bearer '.length))),
  });
  const lookAt = async (at: number) => {
    now = at;
    checks.look();
    await checks.idle();
  };
  return { checks, lookAt };
}

const tell = async () => {
  const told = Promise.withResolvers<undefined>();
  makeTell(subscribers, deps)(IN_TOWN, async () => (told.resolve(undefined), 'change'));
  // Those that may not be told call nobody: some turns later they were passed over.
  await Promise.race([
    told.promise,
    (async () => {
      for (let n = 0; n < 10; n += 1) await answered();
    })(),
  ]);
  await answered();
};

describe('open event streams', () => {
  it('are kept alive', () => {
    const { said } = open('ann');
    beat(subscribers);
    expect(said).toEqual([HEARTBEAT]);
  });

  it.each(['not_signed_in', 'forbidden'] as const)('are ended by a no: %s', async (code) => {
    const { said } = open('ann');
    refusal = code;
    await openChecks().lookAt(MINUTE);
    expect(said).toEqual(['bye']);
  });

  it('are ended when the session is somebody else’s by now', async () => {
    const { said, subscriber } = open('ann');
    subscriber.caller = callerNamed('bob');
    await openChecks().lookAt(MINUTE);
    expect(said).toEqual(['bye']);
  });

  it.each(['too_many_requests', 'mattermost_unavailable', 'stopping'] as const)(
    'are kept when nobody can be asked (%s), and asked about again soon',
    async (code) => {
      const { said, subscriber } = open('ann');
      const { lookAt } = openChecks();
      refusal = code;
      await lookAt(MINUTE);
      await lookAt(10 * MINUTE);
      expect(said).toEqual([]);
      expect(subscriber.checkAt - now).toBeLessThanOrEqual(10 * SECOND);
      refusal = 'not_signed_in';
      await lookAt(subscriber.checkAt);
      expect(said).toEqual(['bye']);
    },
  );

  it('that connected together are asked about few at a time, and each at its own time afterwards', async () => {
    const streams = Array.from({ length: 200 }, (_, n) => open(`p${n}`).subscriber);
    const { checks } = openChecks();
    now = MINUTE;
    checks.look();
    for (let n = 0; n < 200; n += 1) {
      random = n / 200;
      await answered();
    }
    await checks.idle();
    expect(mostAsking).toBe(16);
    expect(streams.every(({ identifiedAt }) => identifiedAt === MINUTE)).toBe(true);
    const dueAt = new Set(streams.map(({ checkAt }) => checkAt));
    expect(dueAt.size).toBeGreaterThan(10);
    expect([...dueAt].every((at) => at >= MINUTE + 25 * SECOND && at <= MINUTE + 50 * SECOND)).toBe(true);
  });

  it('are not asked about twice at once, nor before their time', async () => {
    open('ann', MINUTE);
    const { checks, lookAt } = openChecks();
    await lookAt(MINUTE - 1);
    expect(mostAsking).toBe(0);
    now = MINUTE;
    checks.look();
    checks.look();
    await checks.idle();
    expect(mostAsking).toBe(1);
  });

  it('are asked about when the clock was put back', async () => {
    open('ann', MINUTE);
    await openChecks().lookAt(-1);
    expect(mostAsking).toBe(1);
  });
});

describe('a change while nobody can say who may hear of it', () => {
  it('is told again by making the browser fetch, once that is known', async () => {
    const { said, subscriber } = open('ann', MINUTE);
    const { lookAt } = openChecks();
    refusal = 'mattermost_unavailable';
    await tell();
    await tell();
    expect(said).toEqual([]);
    refusal = null;
    expect(subscriber.checkAt).toBeLessThanOrEqual(10 * SECOND);
    await lookAt(subscriber.checkAt);
    expect(said).toEqual([READY]);
    await tell();
    expect(said).toEqual([READY, 'change']);
  });

  it('is kept from a reader who could not be asked about for minutes', async () => {
    const { said } = open('ann', 20 * MINUTE);
    now = 3 * MINUTE;
    await tell();
    expect(said).toEqual([]);
    await openChecks().lookAt(3 * MINUTE + 10 * SECOND);
    expect(said).toEqual([READY]);
  });

  it('ends the stream when Mattermost says that the session is over', async () => {
    const { said } = open('ann', MINUTE);
    refusal = 'not_signed_in';
    await tell();
    expect(said).toEqual(['bye']);
  });
});

describe('a change that many hear of', () => {
  it('is told a part of them at a time, so that whoever made it is answered first', async () => {
    const streams = Array.from({ length: 250 }, (_, n) => open(`p${n}`, MINUTE));
    let runs = 0;
    for (const { subscriber } of streams) {
      const { run } = subscriber.stream;
      subscriber.stream.run = (job) => ((runs += 1), run(job));
    }
    makeTell(subscribers, deps)(IN_TOWN, async () => 'change');
    const counts = [runs];
    while (runs < streams.length) {
      await answered();
      counts.push(runs);
    }
    expect(counts[0]).toBe(0);
    expect(counts.every((count, at) => at === 0 || count - (counts[at - 1] ?? 0) <= 100)).toBe(true);
    for (let n = 0; n < 10; n += 1) await answered();
    expect(streams.every(({ said }) => said.join() === 'change')).toBe(true);
  });
});

describe('what is addressed to a person', () => {
  const ANNS: Addressed = {
    to: { kind: 'person', userId: userId('ann') },
    listId: personList(userId('ann')),
    isByName: false,
  };

  it('is told on each of their streams, whatever these tell about, and to nobody else', async () => {
    const [one, two, other] = [open('ann'), open('ann'), open('bob')];
    makeTell(subscribers, deps)(ANNS, async () => 'change');
    while (two.said.length === 0) await answered();
    expect([one.said, two.said, other.said]).toEqual([['change'], ['change'], []]);
  });

  it('is told only where the right to see it is theirs', async () => {
    const [ann, bob] = [open('ann'), open('bob')];
    const tellBob = makeTell(subscribers, deps);
    tellBob({ ...ANNS, to: { kind: 'person', userId: userId('bob') } }, async () => 'of ann');
    tellBob(
      { to: { kind: 'person', userId: userId('bob') }, listId: personList(userId('bob')), isByName: false },
      async () => 'own',
    );
    while (bob.said.length === 0) await answered();
    expect([ann.said, bob.said]).toEqual([[], ['own']]);
  });
});
