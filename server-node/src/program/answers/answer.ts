import { AppError, type ErrorCode } from '../../shared/app-error.ts';
import type { Change } from '../../todos/ports.ts';
import type { Answer } from '../ports.ts';
import { errorInWords } from '../texts/in-words.ts';
import type { Texts } from '../texts/texts.ts';

export const told = (text: string, change: Change | null = null): Answer => ({ ok: true, text, change });
export const refused = (text: string): Answer => ({ ok: false, text, change: null });

/** Refusals that are not about the command: another try, another moment or the operator is needed. */
const NOT_THE_PERSONS: ReadonlySet<ErrorCode> = new Set([
  'store_unavailable',
  'store_full',
  'store_too_new',
  'store_damaged',
  'mattermost_unavailable',
  'invalid_config',
  'stopping',
]);

/** Turns what a person caused into an answer; throws everything else on. */
export function refusalOf(texts: Texts, thrown: unknown): Answer {
  if (!(thrown instanceof AppError) || NOT_THE_PERSONS.has(thrown.code)) throw thrown;
  return refused(errorInWords(texts, thrown));
}
