import { NO_NAMES, type Names } from '../../callers/names-of.ts';
import type { WallClock } from '../../dates/moment-of.ts';
import type { Corrected } from '../ports.ts';
import type { ReplyDraft } from '../../replies/reply.ts';
import type { ActRequest } from '../../todos/acts.ts';
import type { Change } from '../../todos/ports.ts';

/** What is to be said of the words of a command besides what it changed. */
export interface Said {
  /** Dates that the words could mean as well. */
  others: readonly WallClock[];
  /** A date was read out of a text. */
  isRead: boolean;
  /** The words are a to-do that reads as if it should be sent to whom this username is of. */
  unsentTo?: string | undefined;
  /** The words are a to-do that reads as if it should answer this one request, which waits. */
  unanswered?: { verb: 'accept' | 'decline'; number: number } | undefined;
  /** The words asked to be reminded, so the answer says when. */
  reminds?: boolean;
  /** The words were notes, so the answer shows them. */
  saysNotes?: boolean;
  /** Of those whom the answer may have to name. */
  names: Names;
}

export const NOTHING_SAID: Said = { others: [], isRead: false, names: NO_NAMES };

/** A request whose answer tells of the words as well. */
export interface SaidRequest extends Omit<ActRequest, 'replies'> {
  corrects?: Corrected | undefined;
  replies?: ((change: Change, said: Said) => readonly ReplyDraft[]) | undefined;
}

export interface Ran {
  change: Change;
  said: Said;
}

/** Runs an act of a command whose words are read. */
export async function ranWith(
  { replies, corrects: _corrects, ...request }: SaidRequest,
  said: Said,
  act: (request: ActRequest) => Promise<Change>,
): Promise<Ran> {
  const bound = replies === undefined ? {} : { replies: (change: Change) => replies(change, said) };
  return { change: await act({ ...request, ...bound }), said };
}
