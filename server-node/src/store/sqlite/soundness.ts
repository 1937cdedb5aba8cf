import { statSync, type Stats } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../shared/app-error.ts';
import { MINUTE_MS, type Clock } from '../../shared/time.ts';
import { storeDamaged } from '../store-damaged.ts';
import { sqliteError } from './errors.ts';

/** The process stands still while SQLite looks, about 3 ms for a megabyte: at the start at most a second. */
const MOST_BYTES_AT_START = 256 * 2 ** 20;
const MOST_BYTES_LATER = 16 * 2 ** 20;
const LOOK_AGAIN_MS = 10 * MINUTE_MS;

/**
 * Whether all pages of the file fit together. A larger file is not looked through.
 *
 * @throws {AppError} store_damaged; or what SQLite throws
 */
export function checkPages(database: DatabaseSync, mostBytes = MOST_BYTES_AT_START): void {
  const count = (pragma: string) =>
    Number(Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})[0]);
  if (count('page_count') * count('page_size') > mostBytes) return;
  const said = database.prepare('pragma quick_check(1)').get()?.['quick_check'];
  if (said !== 'ok') throw storeDamaged(`SQLite finds: ${String(said)}.`);
}

/** What an open store knows of its file: once damaged, it says so until the process is started again. */
export function watchSoundness(path: string, reading: DatabaseSync, now: Clock) {
  const opened = statSync(path);
  let lookedAt = now();
  let damage: AppError | undefined;

  /** Translates, and remembers when it was that the file is damaged. */
  const note = (error: unknown): unknown => {
    const translated = sqliteError(error);
    if (translated instanceof AppError && translated.code === 'store_damaged') damage = translated;
    return translated;
  };
  const look = (): void => {
    if (now() - lookedAt < LOOK_AGAIN_MS) return;
    lookedAt = now();
    checkPages(reading, MOST_BYTES_LATER);
  };
  return {
    note,
    /** @throws {AppError} store_damaged */
    check(): void {
      if (damage !== undefined) throw damage;
      if (!isSame(opened, statSync(path, { throwIfNoEntry: false })))
        throw storeDamaged('Its file was moved away or replaced while the backend had it open.');
      try {
        look();
      } catch (error) {
        throw note(error);
      }
    },
  };
}

const isSame = (opened: Stats, now: Stats | undefined): boolean =>
  now !== undefined && now.ino === opened.ino && now.dev === opened.dev;
