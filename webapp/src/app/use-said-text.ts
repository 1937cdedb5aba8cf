import { useState } from 'react';
import type { ListRef } from '@todo-node/server/contract/todo-view';
import type { SaidOfText } from '../model/state.ts';
import { useReading, type Reading } from './use-reading.ts';
import type { SeenReading } from '../api/views.ts';

export interface SaidText {
  /** What is understood, to be shown; of the text as it was a moment ago while a newer one is being read. */
  shown: SeenReading | null;
  /** Why a date in it would be refused. */
  wrong: string | null;
  /** What is to be kept. */
  kept: { text: string; said?: SaidOfText; to?: string };
  /** What is understood now are just words. */
  keepAsText: () => void;
  /** The same, if words that were understood end at this place of the text. @returns whether they did */
  keepAsTextAt: (place: number) => boolean;
  /** The field is empty: what was just words may be a date again. */
  forget: () => void;
}

/**
 * What a text says of when it is to be done and by whom, as far as the person lets it.
 *
 * @param before words in it are no news, and stay what they were
 * @param list where it will be, if names in the text say who is to do it there
 */
export function useSaidText(text: string, isWanted: boolean, before = '', list?: ListRef): SaidText {
  const reading = useReading(text, isWanted && text !== before, list);
  const [asText, setAsText] = useState<readonly string[]>([]);
  const words = reading === null ? [] : wordsOf(reading);
  const isText =
    text === before ||
    (reading !== null && hasOldWords(reading, before)) ||
    words.some((word) => asText.some((one) => one.includes(word) || word.includes(one)));
  const view = reading?.view ?? null;
  const shown = view === null || isText || (view.due === null && view.assignee === null) ? null : view;
  const wrong = view?.wrong != null && !asText.includes(view.wrong) ? view.wrong : null;
  const isCurrent = reading?.text === text;
  const keepAsText = () => setAsText([...asText, ...(wrong === null ? words : [wrong])]);
  return {
    shown,
    wrong,
    kept:
      shown !== null && isCurrent
        ? keptOf(shown)
        : isText || asText.length > 0
          ? { text, said: AS_TEXT }
          : { text },
    keepAsText,
    keepAsTextAt(place) {
      const isAtWords = isCurrent && shown?.spans.some(({ to }) => to === place) === true;
      if (isAtWords) keepAsText();
      return isAtWords;
    },
    forget: () => setAsText((known) => (known.length === 0 ? known : [])),
  };
}

/** The dates in it are just words. */
export const AS_TEXT: SaidOfText = { readDates: false };

const keptOf = ({ text, due, repeat, repeatFrom, assignee }: SeenReading): SaidText['kept'] => ({
  text,
  said: { ...AS_TEXT, ...(due !== null && { due }), ...(repeat !== null && { repeat, repeatFrom }) },
  ...(assignee !== null && { to: assignee.userId }),
});

const wordsOf = ({ text, view }: Reading): string[] =>
  view.spans.map(({ from, to }) => text.slice(from, to).trim().toLowerCase()).filter((word) => word !== '');

/** Whether words that were understood were there before: all up to them is as it was, or all from them on. */
const hasOldWords = ({ text, view }: Reading, before: string): boolean =>
  view.spans.some(
    ({ from, to }) => before.startsWith(text.slice(0, to)) || before.endsWith(text.slice(from)),
  );
