import { isAtLeast } from '../shared/version.ts';

/** What somebody is asked to fill in, in a dialog of Mattermost's own: on the web, the desktop and phones. Plain text. */
export interface Form {
  /** At most 24 characters. */
  title: string;
  /** Markdown above the fields. */
  about?: string;
  /** What the button says that sends it. */
  submit: string;
  fields: readonly Field[];
}

export type Field = FieldOf & {
  /** Letters, digits and `_`; the key under which it is handed in. */
  name: string;
  /** At most 24 characters. */
  label: string;
  /** At most 150 characters, below the field. */
  help?: string;
  optional?: boolean;
  /** What stands there at first. */
  value?: string;
};

type FieldOf =
  | { type: 'text' | 'textarea'; maxLength?: number }
  | { type: 'select'; options: readonly { label: string; value: string }[] }
  /**
   * A day, handed in as `2026-12-04` from a picker. Older servers and phones show a field for text in its place, so any
   * words may come.
   */
  | { type: 'date' }
  /** A channel that is looked for by its name, handed in as its id; anything may come, as of all fields. */
  | { type: 'channel' }
  /** A person, likewise. */
  | { type: 'person' };

/**
 * Shows a form to whoever pressed or typed what `triggerId` came with, a few seconds ago at most.
 *
 * @param state comes back with what was filled in; a client could change it, so it is signed
 * @throws {AppError} invalid_input when it is too late; mattermost_unavailable
 */
export type OpenForm = (triggerId: string, form: Form, state: string) => Promise<void>;

/** A dialog of Mattermost knows days from 11.1 on. */
export function knowsDates(version: string): boolean {
  return isAtLeast(version, [11, 1]);
}

/**
 * What a field is to Mattermost.
 *
 * @param datesAsText where it has no picker of days
 */
export function elementType({ type }: Field, datesAsText: boolean): string {
  if (type === 'channel' || type === 'person') return 'select';
  return type === 'date' && datesAsText ? 'text' : type;
}
