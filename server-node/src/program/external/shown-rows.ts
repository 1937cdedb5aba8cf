import type { UserId } from '../../shared/ids.ts';
import type { ListId } from '../../todos/list.ts';
import type { ProgramRow } from './match-rows.ts';

type Row = Pick<ProgramRow, 'ref' | 'text'>;

/** What people were shown of the lists, since numbers that are positions move while an old list is on the screen. */
export interface ShownRows {
  remember(listId: ListId, shownTo: UserId, rows: readonly Row[]): void;
  /** The text that a number had when it was last shown to this person, else to anybody who reads the list. */
  textShown(listId: ListId, shownTo: UserId, ref: string): string | undefined;
}

/** In UTF-16 units of each text: enough to tell rows apart. */
const KEPT = 200;
/** Lists and people; the longest unseen are forgotten first. */
const MOST_SCREENS = 500;
const MOST_ROWS = 1_000;

/** Kept in this process alone: after a restart nothing was shown to anybody. */
export function makeShownRows(): ShownRows {
  const screens = new Map<string, Map<string, string>>();

  const renew = (key: string, rows: readonly Row[]): void => {
    const screen = screens.get(key) ?? new Map<string, string>();
    screens.delete(key);
    screens.set(key, screen);
    for (const { ref, text } of rows.slice(0, MOST_ROWS)) screen.set(ref, text.slice(0, KEPT));
    for (const oldest of screens.keys()) {
      if (screens.size <= MOST_SCREENS) break;
      screens.delete(oldest);
    }
  };

  return {
    remember(listId, shownTo, rows) {
      renew(`${listId} ${shownTo}`, rows);
      renew(listId, rows);
    },
    textShown: (listId, shownTo, ref) =>
      screens.get(`${listId} ${shownTo}`)?.get(ref) ?? screens.get(listId)?.get(ref),
  };
}

/** Whether a row still says what was shown under its number. */
export const saysTheSame = (row: Row, shown: string): boolean =>
  row.text.slice(0, KEPT).trim() === shown.slice(0, KEPT).trim();
