import type { Post } from '@mattermost/types/posts';
import { useApp, useModel } from '../../app/app-context.tsx';
import type { DateWords } from '../../app/use-date-words.ts';
import { AS_TEXT, type SaidText } from '../../app/use-said-text.ts';
import type { SaidOfText } from '../../model/state.ts';
import type { ListChoice } from './use-list-choices.ts';

interface ToAdd {
  post: Post;
  list: ListChoice;
  text: string;
  notes: string;
  /** A date that was typed beside the text; it goes before one in the text. */
  words: DateWords;
  saidText: SaidText;
  zone: string;
  /** Who is asked to do it; left out: nobody. */
  to: string | undefined;
}

/** @returns what puts it into the outbox, and says under which request; null where the typed words are no date */
export function useAdd({ post, list, text, notes, words, saidText, zone, to }: ToAdd) {
  const { actions } = useApp();
  const isProgram = useModel((state) => state.me?.program != null);
  const isOffline = useModel((state) => state.fault !== null);
  const source = { postId: post.id, channelId: post.channel_id };
  const queue = (kept: { text: string; said?: SaidOfText }) => {
    const read = { ...(kept.said && { said: kept.said, zone }), ...(to !== undefined && { to }) };
    return { requestId: actions.add(list.listId, kept.text, source, notes, read).requestId, text: kept.text };
  };
  return async (): Promise<{ requestId: string; text: string } | null> => {
    if (isProgram) return { requestId: actions.runProgram(list.listId, 'add', text, null).requestId, text };
    // Until it is known which of the words are a date that was added, all stay those of the message.
    if (words.isEmpty) return queue({ said: AS_TEXT, ...saidText.kept });
    // Nobody reads dates here without a connection; the backend does when the text arrives.
    if (isOffline) return queue({ text: `${text} ${words.typed.trim()}` });
    const read = await words.read();
    if (read === null) return null;
    const { due, repeat, repeatFrom } = read;
    return queue({ text, said: { readDates: false, due, ...(repeat !== null && { repeat, repeatFrom }) } });
  };
}
