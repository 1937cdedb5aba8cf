import { setImmediate as nextTurn } from 'node:timers/promises';
import type { UserId } from '../../shared/ids.ts';
import type { Draft } from '../../todos/todo.ts';
import { oneZone, type When } from '../../todos/when.ts';
import { AppError } from '../../shared/app-error.ts';
import { refusedCommand } from '../refused.ts';
import { textsIn } from '../texts/texts-in.ts';
import { refuseWrongDate, type ReadDates, type ReadText } from './read-text.ts';

/** A text and the date that it says. */
export interface SaidDraft {
  draft: Pick<Draft, 'text' | 'when'>;
  read: ReadText;
}

/** @throws {AppError} invalid_input, mattermost_unavailable */
export async function saidDraft(readDates: ReadDates, personId: UserId, text: string): Promise<SaidDraft> {
  const read = await readDates(personId, text);
  return { draft: draftOf(read), read };
}

/** @throws {AppError} invalid_input */
export function draftOf(read: ReadText): SaidDraft['draft'] {
  refuseWrongDate(read);
  const when = whenOf(read);
  return { text: read.text, ...(when === undefined ? {} : { when }) };
}

/**
 * Several texts. To read a long one in all languages takes a while, so requests of others have their turn in between.
 *
 * @throws {AppError} invalid_input, mattermost_unavailable
 */
export async function saidDrafts(
  readDates: ReadDates,
  personId: UserId,
  texts: readonly string[],
): Promise<SaidDraft['draft'][]> {
  const drafts: SaidDraft['draft'][] = [];
  for (const text of texts) {
    if (drafts.length > 0) await nextTurn();
    drafts.push((await saidDraft(readDates, personId, text)).draft);
  }
  return drafts;
}

/** Nobody else has what they write for themselves; whoever has it else is asked for by `zones`. */
export function whenOf({ due, repeat, repeatFrom, zone }: ReadText): When | undefined {
  if (due === null) return undefined;
  return { due, ...(repeat === null ? {} : { repeat, repeatFrom }), zones: oneZone(zone) };
}

/** One of which its writer wants to be reminded: at the minute, or in the morning of the day. */
export function remindingDraft({ text, when }: SaidDraft['draft']): Draft {
  if (when === undefined || (when.due ?? null) === null) throw remindWhen(text);
  return { text, when, reminders: [{ minutesBefore: 0 }] };
}

function remindWhen(text: string): AppError {
  const facts = { kind: 'remind_when', text } as const;
  return new AppError('invalid_input', textsIn().errors.remind_when(facts), {
    details: refusedCommand(facts),
  });
}
