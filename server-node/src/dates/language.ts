import type { Conventions } from './conventions.ts';
import type { Found } from './facts.ts';

/** What a language gives: words and rules, as tables that a native reader can check. */
export interface Language {
  /**
   * Finds what is said about time, from left to right, without overlap. Facts that stand beside each other may come as
   * one or apart: those that complete each other are joined, those that contradict each other are different readings.
   *
   * @param masked as long as the line: what is no plain word is {@link MASK}, full-width signs are the usual ones
   */
  find(masked: string, reading: HowToRead): Found[];
  /** Nothing but this may be left beside facts where a date alone is expected. Matched as a whole, ignoring case. */
  filler: RegExp;
  /** The word that takes a date away. Matched as a whole, ignoring case. */
  none: RegExp;
}

export interface HowToRead extends Conventions {
  /** The text is a date and nothing else, so that `14` may be an hour and `2h` a while. */
  alone: boolean;
}
