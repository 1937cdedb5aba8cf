import { useState } from 'react';
import type { TypedDate } from '../host/date-words-field.tsx';
import { sayWall, type DueManner } from '../host/say-due.ts';
import { useSay } from '../host/sidebar-texts.ts';
import { useApp } from './app-context.tsx';
import { useReading } from './use-reading.ts';
import type { SeenReading } from '../api/views.ts';

/** Stands for the rest of a to-do: a text that is a date alone is taken for a text. */
const BEFORE_WORDS = '• ';
/** Whether there is nothing but a date. */
const isAll = ({ text }: SeenReading): boolean => text === BEFORE_WORDS.trim();

/** A date in words, while it is typed. */
export interface DateWords extends TypedDate {
  isEmpty: boolean;
  /** Whoever takes them before the answer is there waits for it. @returns null where they are no date, which is then said */
  read: () => Promise<(SeenReading & { due: string }) | null>;
}

export function useDateWords(manner: DueManner): DateWords {
  const app = useApp();
  const say = useSay();
  const [typed, setTyped] = useState('');
  const [isMissed, setMissed] = useState(false);
  const isEmpty = typed.trim() === '';
  const asked = BEFORE_WORDS + typed.trim();
  const reading = useReading(asked, !isEmpty);
  const view = reading !== null && isAll(reading.view) ? reading.view : null;
  return {
    typed,
    isEmpty,
    write(next) {
      setTyped(next);
      setMissed(false);
    },
    understood:
      view?.due == null
        ? null
        : [sayWall(view.due, manner), view.repeatWords].filter((part) => part !== '').join(' · '),
    wrong: reading?.view.wrong ?? (isMissed ? say('date.notUnderstood') : null),
    async read() {
      const isRead = reading?.text === asked;
      const found = isRead ? reading.view : await app.api.explain(asked).catch(() => null);
      if (found?.due != null && isAll(found)) return { ...found, due: found.due };
      setMissed(true);
      return null;
    },
  };
}
