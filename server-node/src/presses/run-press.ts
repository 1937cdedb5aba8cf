import type { PressAct, PressKind } from '../replies/press-act.ts';
import { pressAddForm } from './press-add-form.ts';
import { pressDigestPace, pressTickDigest } from './press-digest.ts';
import { pressLine } from './press-line.ts';
import { pressPage } from './press-page.ts';
import { pressTick } from './press-tick.ts';
import { pressDeclineForm } from './press-decline-form.ts';
import { pressEditForm } from './press-edit-form.ts';
import { pressRequest, pressShowRequest, pressShowRequests } from './press-request.ts';
import { pressSent } from './press-sent.ts';
import { pressSnooze } from './press-snooze.ts';
import { pressSnoozeForm } from './press-snooze-form.ts';
import { pressTickDue } from './press-tick-due.ts';
import { pressTickPosted } from './press-tick-posted.ts';
import { pressTickReminded } from './press-tick-reminded.ts';
import { pressTodo } from './press-todo.ts';
import { pressUndo } from './press-undo.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';

type Run<Kind extends PressKind> = (
  deps: PressDeps,
  press: Press,
  act: Extract<PressAct, { kind: Kind }>,
) => Promise<Pressed> | Pressed;

/** One for each kind; the compiler asks for those that are missing. */
const RUNS: { [Kind in PressKind]: Run<Kind> } = {
  line: ({ program }, press, act) => pressLine(program, press, act),
  done: ({ acts }, press, act) => pressTodo(acts, press, act),
  reopen: ({ acts }, press, act) => pressTodo(acts, press, act),
  undo: pressUndo,
  page: ({ program }, press, act) => pressPage(program, press, act),
  tick: ({ acts, program }, press, act) => pressTick(acts, program, press, act),
  snooze: pressSnooze,
  snooze_form: pressSnoozeForm,
  tick_digest: pressTickDigest,
  tick_due: pressTickDue,
  digest_pace: pressDigestPace,
  tick_reminded: pressTickReminded,
  tick_posted: ({ acts }, press, act) => pressTickPosted(acts, press, act),
  accept: pressRequest,
  request_done: pressRequest,
  decline_form: pressDeclineForm,
  show_request: pressShowRequest,
  show_requests: pressShowRequests,
  take_back: pressSent,
  bump: pressSent,
  add_form: pressAddForm,
  edit_form: pressEditForm,
};

/** @throws {AppError} what the act throws: it is told to whoever pressed */
export async function runPress(deps: PressDeps, press: Press, act: PressAct): Promise<Pressed> {
  const run = RUNS[act.kind] as Run<PressKind>;
  return run(deps, press, act);
}
