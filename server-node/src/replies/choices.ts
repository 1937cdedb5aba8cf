import type { UserId } from '../shared/ids.ts';
import { DAY_MS, type EpochMs } from '../shared/time.ts';
import type { PressAct } from './press-act.ts';

/** Phones show no more than this beside one another. */
export const MOST_CHOICES = 4;
/** A longer list is no choice but a search. */
export const MOST_OPTIONS = 25;
/** In code points. Longer labels make buttons that stand below one another, and phones cut longer options. */
export const LONGEST_LABEL = 40;
/** Who finds a button older than this will not know what it was about. */
export const PRESSABLE_MS = 30 * DAY_MS;

export interface Button {
  /** Plain text, a word or two in the language of the reply. */
  label: string;
  /** Left out: plain. */
  style?: 'primary' | 'danger';
  act: PressAct;
}

/** One of several, chosen in two taps. */
export interface Select {
  /** Stands in the field until something is chosen; plain text. */
  label: string;
  /** 1 to {@link MOST_OPTIONS}. */
  options: readonly { label: string; act: PressAct }[];
}

export type Choice = Button | Select;

/**
 * What can be pressed below a reply. The text of the reply says all that has to be said: some clients show no buttons,
 * and neither does a process one version before.
 */
export interface Choices {
  /** At most {@link MOST_CHOICES}, of which at most one is a select; none takes those away that an edited post has. */
  offered: readonly Choice[];
  /** Nobody else may press; left out: whoever sees it, each with their own rights. */
  onlyFor?: UserId;
  /** Later they do nothing; left out: {@link PRESSABLE_MS} after the reply was made, to the end of that day in UTC. */
  until?: EpochMs;
}

export const isSelect = (choice: Choice): choice is Select => 'options' in choice;

/** What one choice can do: a button one thing, a select as many as it has options. */
export const actsOf = (choice: Choice): readonly PressAct[] =>
  isSelect(choice) ? choice.options.map(({ act }) => act) : [choice.act];

/** @throws {RangeError} more than there is room for is a mistake of who offers it */
export function checkChoices({ offered }: Choices): void {
  const selects = offered.filter(isSelect);
  if (offered.length > MOST_CHOICES || selects.length > 1) {
    throw new RangeError(
      `A reply offers at most ${MOST_CHOICES} choices, one of them a select; got ${offered.length}, ${selects.length} of them selects.`,
    );
  }
  const [count = 1] = selects.map(({ options }) => options.length);
  if (count < 1 || count > MOST_OPTIONS) {
    throw new RangeError(`A select has 1 to ${MOST_OPTIONS} options; got ${count}.`);
  }
}
