import { fillInAdd } from './fill-in-add.ts';
import { fillInDecline } from './fill-in-decline.ts';
import { fillInEdit } from './fill-in-edit.ts';
import { fillInSnooze } from './fill-in-snooze.ts';
import type { FormAct, FormKind } from './form-act.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';

/** What somebody filled in, by the names of the fields; all of it text, as a phone may send it. */
export type Values = Readonly<Record<string, string>>;

/**
 * What comes of it. `errors`: by field, and the form stays open, as it does with a note. `told`: the person is told
 * elsewhere, or the post shows it by itself.
 */
export type Filled =
  | { kind: 'told' }
  | { kind: 'errors'; errors: Readonly<Record<string, string>> }
  | Extract<Pressed, { kind: 'rewrite' | 'note' }>;

type Run<Kind extends FormKind> = (
  deps: PressDeps,
  press: Press,
  act: Extract<FormAct, { kind: Kind }>,
  values: Values,
) => Promise<Filled>;

/** One for each kind; the compiler asks for those that are missing. */
const RUNS: { [Kind in FormKind]: Run<Kind> } = {
  snooze: fillInSnooze,
  decline: fillInDecline,
  add: fillInAdd,
  edit: fillInEdit,
};

export async function runForm(deps: PressDeps, press: Press, act: FormAct, values: Values): Promise<Filled> {
  const run = RUNS[act.kind] as Run<FormKind>;
  return run(deps, press, act, values);
}
