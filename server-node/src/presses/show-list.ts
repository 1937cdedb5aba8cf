import type { TodoProgram } from '../program/ports.ts';
import type { Choices } from '../replies/choices.ts';
import type { ListId } from '../todos/list.ts';
import type { Press } from './press.ts';

/** A list as the program shows it, for a post that shows it already. */
export async function showList(
  program: TodoProgram,
  { caller, locale }: Pick<Press, 'caller' | 'locale'>,
  listId: ListId,
): Promise<{ text: string; choices: Choices }> {
  const { text, choices = { offered: [] } } = await program.run({
    ...{ input: { verb: 'list' as const }, surface: 'button' as const },
    ...{ actorId: caller.userId, listId, locale },
  });
  return { text, choices };
}
