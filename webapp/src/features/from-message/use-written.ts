import { useState } from 'react';
import type { Post } from '@mattermost/types/posts';
import { useModel } from '../../app/app-context.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import { USUAL_LIMITS } from '../../model/usual-limits.ts';
import { textOfPost, wordsOf } from './text-of-post.ts';

const lengthOf = (text: string) => [...text].length;

/** What of a message is to be done, as the person has it by now; `unfit` says what it lacks. */
export function useWritten(post: Post, isProgram: boolean) {
  const say = useSay();
  const most = useModel((state) => state.me?.limits ?? USUAL_LIMITS);
  const [written, setWritten] = useState(() =>
    isProgram ? { text: wordsOf(post), notes: '' } : textOfPost(post, most),
  );
  const [isMissed, setMissed] = useState(false);
  const text = written.text.trim();
  const [length, notesLength] = [lengthOf(text), lengthOf(written.notes.trim())];
  const tooLong =
    length > most.textLength
      ? say('tooLong', { length, limit: most.textLength })
      : notesLength > most.notesLength
        ? say('fromMessage.notesTooLong', { length: notesLength, limit: most.notesLength })
        : null;
  return {
    written,
    text,
    notes: written.notes.trim(),
    /** Null where it can be sent as it is. An empty text is told of once it was to be sent. */
    unfit: tooLong ?? (isMissed && text === '' ? say('textMissing') : null),
    tellMissing: () => setMissed(true),
    write(part: 'text' | 'notes', next: string): void {
      setWritten({ ...written, [part]: next });
    },
  };
}
