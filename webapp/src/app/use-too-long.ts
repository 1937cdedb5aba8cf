import { useSay } from '../host/sidebar-texts.ts';
import { USUAL_LIMITS } from '../model/usual-limits.ts';
import { useModel } from './app-context.tsx';

const lengthOf = (text: string) => [...text].length;

/** What the backend takes at most, and what is said of more. */
export function useTooLong() {
  const say = useSay();
  const most = useModel((state) => state.me?.limits ?? USUAL_LIMITS);
  const isTextLong = (text: string): boolean => lengthOf(text) > most.textLength;
  return {
    most,
    isTextLong,
    /** @returns null where both fit */
    tooLong(
      text: string,
      notes: string,
      ofNotes: 'notesTooLong' | 'fromMessage.notesTooLong',
    ): string | null {
      if (isTextLong(text)) return say('tooLong', { length: lengthOf(text), limit: most.textLength });
      const length = lengthOf(notes);
      return length > most.notesLength ? say(ofNotes, { length, limit: most.notesLength }) : null;
    },
  };
}
