import { AppError } from '../shared/app-error.ts';
import type { ErrorCode } from '../shared/app-error.ts';
import { doublingMs } from '../shared/doubling-ms.ts';
import type { UserId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import { HOUR_MS, SECOND_MS, type Clock } from '../shared/time.ts';
import type { TodoStore } from '../todos/ports.ts';
import type { Prepared, WakeUpHandlers } from '../wake-ups/handler.ts';
import type { WakeUps } from '../wake-ups/ports.ts';
import type { TakenWakeUp, WakeUpKind } from '../wake-ups/wake-up.ts';

export interface HandOverDeps {
  store: Pick<TodoStore, 'transaction'>;
  wakeUps: Pick<WakeUps, 'putOff'>;
  handlers: WakeUpHandlers;
  holder: string;
  now: Clock;
  logger: Logger;
  /** How long after it was due each one was handed over. */
  onHandedOver(kind: WakeUpKind, lateMs: number): void;
}

/** So many in one transaction: few enough that changes by people do not wait long behind it. */
const TOGETHER = 100;

const FIRST_RETRY_MS = SECOND_MS;
const LAST_RETRY_MS = HOUR_MS;

/** All of one kind for one person: what is said of them is said at once. */
type OfOne = readonly TakenWakeUp[];

/**
 * Hands over what was taken. What is wrong with one of them holds up nobody but the person it is for.
 *
 * @throws {AppError} when Mattermost or the store is away; nothing is wrong with the wake-ups then
 */
export function makeHandOver(deps: HandOverDeps) {
  const { store, wakeUps, handlers, holder, now, logger, onHandedOver } = deps;

  async function end(prepared: Prepared, due: readonly TakenWakeUp[]): Promise<void> {
    const ended = await store.transaction(async (writer) => {
      const ours = new Set(
        await writer.wakeUps.finish(
          due.map(({ key }) => key),
          holder,
        ),
      );
      const mine = due.filter(({ key }) => ours.has(key));
      const drafts = mine.length === 0 ? [] : await prepared.handOver(writer, mine);
      if (drafts.length > 0) await writer.enqueue(drafts, now());
      return mine;
    });
    for (const { kind, dueAt } of ended) onHandedOver(kind, Math.max(0, now() - dueAt));
  }

  async function handOverAll(kind: WakeUpKind, people: readonly OfOne[]): Promise<void> {
    const prepared = await handlers[kind].prepare(people.flat());
    const due = people.map((ones) => ones.filter(({ key }) => !prepared.later.has(key)));
    for (const [until, keys] of byMoment(prepared)) await wakeUps.putOff(keys, until, holder);
    for (const some of together(due)) await end(prepared, some);
  }

  /** One by one where all at once fails; whoever it fails for alone is tried again later. */
  async function handOverOrPutOff(kind: WakeUpKind, people: readonly OfOne[]): Promise<void> {
    try {
      await handOverAll(kind, people);
    } catch (error) {
      if (isAway(error)) throw error;
      if (people.length > 1) {
        for (const ones of people) await handOverOrPutOff(kind, [ones]);
        return;
      }
      const ones = people[0] ?? [];
      const attempts = Math.max(0, ...ones.map((one) => one.attempts));
      const waitMs = doublingMs(attempts, FIRST_RETRY_MS, LAST_RETRY_MS);
      logger.error({ err: error, kind, count: ones.length, waitMs }, 'a wake-up failed; it is tried again');
      await wakeUps.putOff(
        ones.map(({ key }) => key),
        now() + waitMs,
        holder,
      );
    }
  }

  return async (taken: readonly TakenWakeUp[]): Promise<void> => {
    for (const [kind, people] of byKindAndPerson(taken)) await handOverOrPutOff(kind, people);
  };
}

const AWAY: ReadonlySet<ErrorCode> = new Set(['mattermost_unavailable', 'store_unavailable', 'store_full']);
const isAway = (error: unknown): boolean => error instanceof AppError && AWAY.has(error.code);

function byKindAndPerson(taken: readonly TakenWakeUp[]): Map<WakeUpKind, OfOne[]> {
  const kinds = new Map<WakeUpKind, Map<UserId, TakenWakeUp[]>>();
  for (const wakeUp of taken) {
    const people = kinds.get(wakeUp.kind) ?? new Map<UserId, TakenWakeUp[]>();
    kinds.set(wakeUp.kind, people);
    people.set(wakeUp.personId, [...(people.get(wakeUp.personId) ?? []), wakeUp]);
  }
  return new Map([...kinds].map(([kind, people]) => [kind, [...people.values()]]));
}

function byMoment({ later }: Prepared) {
  const moments = new Map<number, TakenWakeUp['key'][]>();
  for (const [key, until] of later) moments.set(until, [...(moments.get(until) ?? []), key]);
  return moments;
}

/** Whole people, {@link TOGETHER} of their wake-ups or somewhat more at a time. */
function together(people: readonly OfOne[]): TakenWakeUp[][] {
  const chunks: TakenWakeUp[][] = [];
  let chunk: TakenWakeUp[] = [];
  for (const ones of people) {
    chunk.push(...ones);
    if (chunk.length < TOGETHER) continue;
    chunks.push(chunk);
    chunk = [];
  }
  return chunk.length === 0 ? chunks : [...chunks, chunk];
}
