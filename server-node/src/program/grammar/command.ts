import type { Verb } from '../ports.ts';
import type { RefusedLine } from '../refused.ts';

/** Which to-dos were meant: by their numbers (ascending within a range, each once), or by a word of one of them. */
export type Which = { readonly numbers: readonly number[] } | { readonly word: string };

/** A line, understood. Texts are trimmed and otherwise to the letter. */
export type Command =
  | { readonly verb: 'add'; readonly text: string }
  /** `text`: show only what contains it; empty for all. */
  | { readonly verb: 'list'; readonly text: string }
  | { readonly verb: 'done' | 'reopen' | 'delete'; readonly which: Which }
  | { readonly verb: 'edit'; readonly which: Which; readonly text: string }
  | { readonly verb: 'undo' }
  /** `topic`: one verb, or undefined for all of them. */
  | { readonly verb: 'help'; readonly topic: Verb | undefined }
  /** `text`: the line to explain; not parsed yet, so that `explain explain …` does not nest. */
  | { readonly verb: 'explain'; readonly text: string };

export interface Refusal {
  readonly refused: RefusedLine;
}

export type Parsed = Command | Refusal;

export const isRefusal = (parsed: object): parsed is Refusal => 'refused' in parsed;
