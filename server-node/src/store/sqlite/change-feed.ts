import type { DatabaseSync } from 'node:sqlite';
import type { Outbox } from '../../replies/ports.ts';
import type { Logger } from '../../shared/logger.ts';
import type { TodoStore } from '../../todos/ports.ts';
import type { Announced } from '../../todos/whom-it-concerns.ts';
import { announcedOf, SELECT_ANNOUNCED, type AnnouncedRow } from '../announced-rows.ts';
import { makeListeners } from '../listeners.ts';

/** How late a change by another process may be noticed. */
const LOOK_EVERY_MS = 250;

interface ChangeFeed extends Pick<TodoStore, 'onChange'>, Pick<Outbox, 'onAdded'> {
  /** Announces what was committed since the last look, by whichever process. */
  look(): void;
  stop(): void;
}

/**
 * One writer at a time gives the numbers `seq`, so what was committed later has higher ones.
 * After a commit of ours we look at once; for other processes a timer asks whether the file was changed.
 */
export function makeChangeFeed(database: DatabaseSync, logger: Logger): ChangeFeed {
  const changes = makeListeners<Announced>(logger);
  const replies = makeListeners<undefined>(logger);
  const since = makeBookmark(database);
  const dataVersion = database.prepare('pragma data_version');
  let seenVersion: unknown;

  const look = (): void => {
    const { changed, replied } = since.read();
    for (const change of changed) changes.tell(change);
    if (replied) replies.tell(undefined);
  };
  const lookWhenTouched = (): void => {
    const version = dataVersion.get()?.['data_version'];
    if (version === seenVersion) return;
    seenVersion = version;
    look();
  };
  const timer = setInterval(() => guarded(lookWhenTouched, logger), LOOK_EVERY_MS).unref();
  return {
    look: () => guarded(look, logger),
    stop: () => clearInterval(timer),
    onChange: changes.add,
    onAdded: (listener) => replies.add(listener),
  };
}

/** Remembers up to where the history and the outbox were read. */
function makeBookmark(database: DatabaseSync) {
  const newest = database.prepare(
    `select (select max(seq) from todo_history) as line, (select max(seq) from todo_reply) as reply`,
  );
  const between = database.prepare(
    `${SELECT_ANNOUNCED} where line.seq > ? and line.seq <= ? order by line.seq`,
  );
  let known = newest.get();
  return {
    read(): { changed: Announced[]; replied: boolean } {
      const last = known;
      const now = newest.get();
      const lines = [Number(last?.['line'] ?? 0), Number(now?.['line'] ?? 0)] as const;
      const changed =
        lines[0] === lines[1] ? [] : announcedOf(between.all(...lines) as unknown as AnnouncedRow[]);
      known = now;
      return { changed, replied: now?.['reply'] !== last?.['reply'] };
    },
  };
}

/** A look that fails is made up for by the next one. */
function guarded(look: () => void, logger: Logger): void {
  try {
    look();
  } catch (error) {
    logger.warn({ err: error }, 'The to-do store could not be asked for changes; it will be asked again.');
  }
}
