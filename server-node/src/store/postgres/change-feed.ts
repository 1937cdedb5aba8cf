import pg from 'pg';
import type { Outbox } from '../../replies/ports.ts';
import type { Logger } from '../../shared/logger.ts';
import { SECOND_MS } from '../../shared/time.ts';
import type { TodoStore } from '../../todos/ports.ts';
import { makeListeners } from '../listeners.ts';
import type { ChangeId } from '../../todos/todo.ts';
import type { Announced } from '../../todos/whom-it-concerns.ts';
import { changeChannel, fromPayload, replyChannel } from './channels.ts';
import { sessionSettings } from './config.ts';
import { lookUp, missedSince, snapshotNow } from './missed-changes.ts';

const RECONNECT_AFTER_MS = SECOND_MS / 2;
/** Shows whether the connection is alive, and catches up should an announcement ever be lost. */
const LOOK_EVERY_MS = 20 * SECOND_MS;

/** As `pg_stat_activity` shows it. */
export const LISTENER_NAME = 'todo-node changes';

interface ChangeFeed extends Pick<TodoStore, 'onChange'>, Pick<Outbox, 'onAdded'> {
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface FeedDeps {
  config: pg.ClientConfig;
  schema: string;
  logger: Logger;
}

/** Listens on a connection of its own; when that is lost, on a new one, and announces what was missed between. */
export function makeChangeFeed({ config, schema, logger }: FeedDeps): ChangeFeed {
  const changes = makeListeners<Announced>(logger);
  const replies = makeListeners<undefined>(logger);
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let snapshot: string | undefined;
  /** Told of since the last look, which finds them once more. */
  let told = new Set<ChangeId>();
  let stopped = false;

  const later = (work: () => Promise<void>, afterMs: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void work(), afterMs).unref();
  };

  async function catchUp(listening: pg.Client): Promise<void> {
    const since = snapshot;
    const before = told;
    told = new Set();
    const now = await snapshotNow(listening);
    const missed = since === undefined ? [] : await missedSince(listening, since);
    snapshot = now;
    for (const change of missed) {
      if (!before.has(change.changeId) && !told.has(change.changeId)) changes.tell(change);
    }
    if (since !== undefined) replies.tell(undefined);
  }

  async function listen(): Promise<void> {
    const fresh = new pg.Client({ ...config, application_name: LISTENER_NAME });
    client = fresh;
    fresh.on('error', () => lost(fresh));
    fresh.on('end', () => lost(fresh));
    fresh.on('notification', ({ channel, payload = '' }) => {
      if (channel === replyChannel(schema)) replies.tell(undefined);
      else void hear(fresh, payload);
    });
    await fresh.connect();
    await fresh.query(sessionSettings(schema));
    await fresh.query(`listen "${changeChannel(schema)}"; listen "${replyChannel(schema)}"`);
    await look();
  }

  /** When the look-up fails, the connection is lost, and what was missed is announced by the next one. */
  async function hear(listening: pg.Client, payload: string): Promise<void> {
    const change = fromPayload(payload);
    const found = 'lists' in change ? [change] : await lookUp(listening, change.changeId).catch(() => []);
    for (const one of found) {
      told.add(one.changeId);
      changes.tell(one);
    }
  }

  async function look(): Promise<void> {
    if (client === undefined) return;
    const listening = client;
    try {
      await catchUp(listening);
      later(look, LOOK_EVERY_MS);
    } catch {
      lost(listening);
    }
  }

  function lost(gone: pg.Client): void {
    if (client !== gone || stopped) return;
    client = undefined;
    logger.warn({}, 'The connection that hears of changes in PostgreSQL was lost; connecting again.');
    void gone.end().catch(() => undefined);
    later(relisten, RECONNECT_AFTER_MS);
  }

  async function relisten(): Promise<void> {
    try {
      await listen();
    } catch {
      client = undefined;
      later(relisten, RECONNECT_AFTER_MS);
    }
  }

  return {
    onChange: changes.add,
    onAdded: (listener) => replies.add(listener),
    start: listen,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
