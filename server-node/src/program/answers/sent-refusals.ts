import type { Names } from '../../callers/names-of.ts';
import type { Verb } from '../../contract/vocabulary.ts';
import type { PressAct } from '../../replies/press-act.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Todo, TodoId } from '../../todos/todo.ts';
import { oneRow } from '../grammar/one-row.ts';
import { refusedCommand } from '../refused.ts';
import { textsIn } from '../texts/texts-in.ts';
import { MOST_CANDIDATES, type Candidate } from './which-refusals.ts';

/** In code points. */
const LONGEST_ROW_TEXT = 250;

interface Looked {
  verb: Verb;
  /** By which it was looked for. */
  words: string;
}

/** @param line the whole of what was typed: it may have been meant as a text */
export function noneSent(looked: Looked & { line: string }): AppError {
  const facts = { kind: 'none_sent', ...looked } as const;
  return new AppError('todo_not_found', textsIn().errors.none_sent(facts), {
    details: refusedCommand(facts),
  });
}

/** All that could be meant, each with the name of whom it was sent to. */
export function severalSent(
  { verb, words, found, actOn }: Looked & { found: readonly Todo[]; actOn: (id: TodoId) => PressAct },
  names: Names,
): AppError {
  const shown = found.slice(0, MOST_CANDIDATES);
  const textOf = ({ text, assigneeId, creatorId }: Todo) => {
    const name = names.get(assigneeId ?? creatorId);
    return [oneRow(text, LONGEST_ROW_TEXT), ...(name === undefined ? [] : [name])].join(' · ');
  };
  const rows = shown.map((todo) => `**·** ${textOf(todo)}`);
  const facts = { kind: 'several_sent', verb, words, rows, total: found.length } as const;
  const candidates = shown.map((todo): Candidate => ({ text: textOf(todo), act: actOn(todo.id) }));
  return new AppError('ambiguous_word', textsIn().errors.several_sent(facts), {
    details: { ...refusedCommand(facts), verb, candidates },
  });
}
