import { inRows } from '../program/answers/rows.ts';
import { DIGEST_PACES } from './paces.ts';
import { isPace, saidDays } from './said-days.ts';
import { optionOf, lineOf, type Message, type Shown } from '../reminders/reminder-message.ts';
import { MOST_OPTIONS, type Choice } from '../replies/choices.ts';
import type { Digest } from '../person-settings/person-settings.ts';
import type { Texts } from '../program/texts/texts.ts';
import { daysAt, isIn } from '../todos/views.ts';
import type { Todo } from '../todos/todo.ts';

export interface Overview {
  /** What is overdue or due today, soonest first. */
  todos: readonly Todo[];
  /** How many are open in the person's own list. */
  openCount: number;
  digest: Digest;
}

/** What is overdue, what is due today, and how much else is open; with a way to tick one, and to get it less often. */
export function digestMessage({ todos, openCount, digest }: Overview, shown: Shown): Message {
  const { texts, personId } = shown;
  const days = daysAt(shown.now, shown.zone);
  const among = (view: 'overdue' | 'today') => todos.filter(isIn(view, days));
  const section = (title: string, rows: readonly Todo[]): string[] =>
    rows.length === 0
      ? []
      : [
          `${title}\n${inRows(
            rows.map((todo) => lineOf(todo, shown, false)),
            texts.list.more,
          )}`,
        ];
  const parts = [
    ...section(texts.digest.overdue, among('overdue')),
    ...section(texts.digest.today, among('today')),
  ];
  const others = Math.max(0, openCount - todos.length);
  const text = [
    texts.digest.title,
    ...(parts.length === 0 ? [texts.digest.allDone] : parts),
    ...(others > 0 ? [texts.digest.others(others)] : []),
    comesWhen(texts, digest),
  ].join('\n\n');
  return {
    text,
    choices: { offered: [...tickOne(todos, shown), ...pacesOf(texts, digest)], onlyFor: personId },
  };
}

function tickOne(todos: readonly Todo[], shown: Shown): Choice[] {
  const options = todos.slice(0, MOST_OPTIONS).map((todo) => ({
    label: optionOf(todo, shown),
    act: { kind: 'tick_digest' as const, todoId: todo.id, version: todo.version },
  }));
  return options.length === 0 ? [] : [{ label: shown.texts.press.labels.tick, options }];
}

/** So that it is clear what the buttons would change. */
function comesWhen(texts: Texts, digest: Digest): string {
  if (!digest.on) return texts.digest.turnedOff;
  return texts.digest.comes(saidDays(texts, digest), texts.when.time(digest.at));
}

/** Off, and the paces that are not the present one. */
function pacesOf({ digest: { paces } }: Texts, digest: Digest): Choice[] {
  return DIGEST_PACES.filter((pace) => !(digest.on && isPace(pace, digest)) && (pace !== 'off' || digest.on))
    .slice(-MOST_PACES)
    .map((pace) => ({ label: paces[pace], act: { kind: 'digest_pace', pace } }));
}

/** Beside the select there is room for so many. */
const MOST_PACES = 3;
