import type { TodoProgram } from '../program/ports.ts';
import { MOST_CHOICES, type Choices } from '../replies/choices.ts';
import type { PageStart } from '../replies/press-act.ts';
import type { ListId } from '../todos/list.ts';
import type { Press } from './press.ts';

interface ShownList {
  text: string;
  choices: Choices;
}

/** A list as the program shows it, for a post that shows it already. */
export async function showList(
  program: TodoProgram,
  { caller, locale }: Pick<Press, 'caller' | 'locale'>,
  listId: ListId,
  page: PageStart = {},
): Promise<ShownList> {
  const { text, choices = { offered: [] } } = await program.run({
    ...{ input: { verb: 'list' as const }, surface: 'button' as const },
    ...{ actorId: caller.userId, listId, locale, page },
  });
  return { text, choices };
}

/** A list below what was just done in it. Where there is not room for all choices, adding is the last one. */
export function listBelow(done: { text: string; choices?: Choices }, list: ShownList): ShownList {
  const offered = [...(done.choices?.offered ?? []), ...list.choices.offered].slice(0, MOST_CHOICES);
  return { text: `${done.text}\n\n${list.text}`, choices: { offered } };
}
