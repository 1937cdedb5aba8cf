import type { Verb } from '../../../contract/vocabulary.ts';
import type { RefusedCommand } from '../../refused.ts';

/** The verbs that an external program may have; `help` and `explain` are always ours. */
export type ProgramVerb = Exclude<Verb, 'help' | 'explain'>;

/**
 * How a verb is called. An element may hold:
 * `{text}` the text (an element that is nothing else is left out when there is none);
 * `{refs}` each reference as an argument of its own; `{refs,}` all of them in one, with commas;
 * `{ref}` one run for each, the highest number first, so that no run shifts what a later one means;
 * `{home}` the list's own directory.
 */
export interface Template {
  readonly argv: readonly string[];
  /** The program takes text in this place literally even when it begins with a dash. */
  readonly dashesSafe?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What the sidebar needs to make rows of what `list` prints. */
export interface RowPattern {
  /** Groups `ref` and `text`; `done` is set when it catches more than spaces. */
  readonly row: RegExp;
  /** A line that goes on with the row before; group `text`. */
  readonly continued?: RegExp;
}

/** What one kind of `todo` program understands and prints. */
export interface Dialect {
  readonly binary: string;
  readonly templates: Readonly<Partial<Record<ProgramVerb, Template>>>;
  readonly rows?: RowPattern;
  /** What may be handed over as a reference; everything else is looked up in the rows. */
  readonly ref: RegExp;
  /** Its numbers are places, or may be: a to-do's number changes when another one goes. */
  readonly numbersMove: boolean;
  /** Line breaks in texts become spaces, because the program prints a row as a line. */
  readonly foldsLines: boolean;
  readonly environment: Readonly<Record<string, string>>;
  /** Made on first use, below the list's own directory; a file that is there stays as it is. */
  readonly directories: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** Why the program cannot take a text; undefined when it can. */
  readonly refuses?: (text: string) => { message: string; refused: RefusedCommand } | undefined;
  /** What the program must be given so that it keeps `text` to the letter; left out: the text itself. */
  readonly encodes?: (text: string) => string;
  /** Some programs fail when there is nothing to list: with no output, and this on stderr. */
  readonly nothingListed?: RegExp;
}

/** `2`, `12`: no sign, no blank, nothing that could be an option or an expression. */
export const NUMBER_REF = /^[1-9]\d{0,8}$/;
