import { useState } from 'react';
import type { Post } from '@mattermost/types/posts';
import { useTooLong } from '../../app/use-too-long.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { textOfPost, wordsOf } from './text-of-post.ts';

/** What of a message is to be done, as the person has it by now; `unfit` says what it lacks. */
export function useWritten(post: Post, isProgram: boolean) {
  const say = useSay();
  const { most, tooLong } = useTooLong();
  const [before] = useState(() => (isProgram ? { text: wordsOf(post), notes: '' } : textOfPost(post, most)));
  const [written, setWritten] = useState(before);
  const [isMissed, setMissed] = useState(false);
  const text = written.text.trim();
  const notes = written.notes.trim();
  return {
    /** The words of the message. */
    before: before.text,
    written,
    text,
    notes,
    /** Null where it can be sent as it is. An empty text is told of once it was to be sent. */
    unfit:
      tooLong(text, notes, 'fromMessage.notesTooLong') ??
      (isMissed && text === '' ? say('textMissing') : null),
    tellMissing: () => setMissed(true),
    write(part: 'text' | 'notes', next: string): void {
      setWritten({ ...written, [part]: next });
    },
  };
}
