import { VERBS } from '../grammar/verbs.ts';
import type { Answer, Verb } from '../ports.ts';
import { told } from './answer.ts';

const HELP: Record<Verb, string> = {
  add: '`add Buy milk`, or just `Buy milk`: adds a to-do. `add` is needed only for a text that begins with one of these words.',
  list: '`list`, or nothing at all: shows the open to-dos with their numbers. `list milk` shows those that contain “milk”, `list done` the done ones.',
  done: '`done 2`, `done 2 4-6`: ticks to-dos. `done milk` ticks the one open to-do that contains “milk”.',
  reopen: '`reopen 2`: opens a done to-do again.',
  edit: '`edit 3 Buy oat milk`: gives a to-do a new text.',
  delete: '`delete 2`, `delete 2 4-6`: deletes to-dos.',
  undo: '`undo`: takes back your last change in this list; again, the one before.',
  help: '`help`: shows this. `help done` shows one line of it.',
  explain: '`explain done 2 4-6`: says how a line is understood, and does nothing.',
};

/** @param verbs those that the program has */
export function helpAnswer(topic: Verb | undefined, verbs: readonly Verb[] = VERBS): Answer {
  if (topic !== undefined) return told(HELP[topic]);
  const lines = VERBS.filter((verb) => verbs.includes(verb)).map((verb) => `- ${HELP[verb]}`);
  return told(
    ['**To-dos: what you can write** after `/todo`, or after the word that calls the bot', ...lines].join(
      '\n',
    ),
  );
}
