import type { TAKEN_BY, Taken, Verb } from '../../contract/vocabulary.ts';
import type { RefusedLine } from '../refused.ts';
import type { Assignee } from './names.ts';
import { isChanging, type ChangingVerb } from './verbs.ts';

/**
 * Which to-dos were meant: by their numbers (ascending within a range, each once), by a word of one of them, all that
 * are open, or the first of these.
 */
export type Which =
  | { readonly numbers: readonly number[] }
  | { readonly word: string }
  | { readonly all: true }
  | { readonly first: true };

export type WhichRequest = Extract<Which, { numbers: readonly number[] } | { all: true }>;

/**
 * What a command has beside its verb. Texts are trimmed and otherwise to the letter. `line` is the whole of what was
 * typed, with the word that was typed for the verb.
 */
interface Parts extends Record<Taken, object> {
  /**
   * `reminds`: of which the writer wants to be reminded, at the date that the text says. `when`: the words of a date
   * that stands beside the text, not read yet. With `notes` the text is kept as it is, and no date is read out of it.
   */
  text: {
    readonly text: string;
    readonly reminds?: true;
    readonly when?: string;
    readonly notes?: string;
  };
  /** `text`: show only what contains it; empty for all. */
  search: { readonly text: string; readonly line: string };
  one: { readonly which: { readonly numbers: readonly [number] }; readonly line: string };
  open: { readonly which: Which; readonly line: string };
  done: { readonly which: Which; readonly line: string };
  open_and_text: { readonly which: Which; readonly text: string; readonly line: string };
  /** `text`: the new notes; empty for none. */
  open_and_notes: { readonly which: Which; readonly text: string; readonly line: string };
  /** `when`: the words of a date, not read yet. */
  open_and_when: { readonly which: Which; readonly when: string; readonly line: string };
  /** `to`: usernames in lower case, each once, at least one. `when`: as of `text`. */
  people_and_text: {
    readonly to: readonly string[];
    readonly text: string;
    readonly when?: string;
    readonly line: string;
  };
  open_and_person: { readonly which: Which; readonly to: Assignee; readonly line: string };
  request: { readonly which: WhichRequest; readonly line: string };
  /** `text`: the reason; empty for none. */
  request_and_reason: { readonly which: WhichRequest; readonly text: string; readonly line: string };
  /** `text`: words of it, after the names of those to whom it was sent, `@bob milk`. */
  sent: { readonly text: string; readonly line: string };
  /** `text`: which setting and what it shall be, not read yet. */
  setting: { readonly text: string };
  nothing: object;
  /** Whether the word `pinned` is there. */
  pinned: { readonly isPinned: boolean };
  alone: object;
  /** `topic`: one verb, or undefined for all of them. */
  verb: { readonly topic: Verb | undefined };
  /** `text`: the line to explain; not parsed yet, so that `explain explain …` does not nest. */
  line: { readonly text: string };
}

type CommandOf<Name extends Verb> = { readonly verb: Name } & Parts[(typeof TAKEN_BY)[Name]];

/** A line, understood: for each verb the parts that it takes. */
export type Command = { [Name in Verb]: CommandOf<Name> }[Verb];

/** Those that change to-dos; the others only say something. */
export type ChangingCommand = Extract<Command, { verb: ChangingVerb }>;

export const isChange = (command: Command): command is ChangingCommand => isChanging(command.verb);

export interface Refusal {
  readonly refused: RefusedLine;
}

export type Parsed = Command | Refusal;

export const refuse = (refused: RefusedLine): Refusal => ({ refused });

export const isRefusal = (parsed: object): parsed is Refusal => 'refused' in parsed;
