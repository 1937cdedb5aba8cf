import { useModel } from '../../app/app-context.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import { firstLineAsText } from '../../model/split-lines.ts';
import { USUAL_LIMITS } from '../../model/usual-limits.ts';

const lengthOf = (text: string) => [...text].length;

/** Whether what was written fits as one to-do, and each of its lines as one; `unfit` says what one lacks. */
export function useFit(written: string, lines: readonly string[], isProgram: boolean, isReadOnly: boolean) {
  const say = useSay();
  const most = useModel((state) => state.me?.limits ?? USUAL_LIMITS);
  const { text, notes } = isProgram ? { text: written.trim(), notes: '' } : firstLineAsText(written);
  const [length, notesLength] = [lengthOf(text), lengthOf(notes)];
  const unfit =
    length > most.textLength
      ? say('tooLong', { length, limit: most.textLength })
      : notesLength > most.notesLength
        ? say('notesTooLong', { length: notesLength, limit: most.notesLength })
        : null;
  const many = !isReadOnly && lines.every((line) => lengthOf(line) <= most.textLength);
  return { fits: { one: !isReadOnly && unfit === null, many }, unfit };
}
