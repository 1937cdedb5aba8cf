import { useTooLong } from '../../app/use-too-long.ts';
import { firstLineAsText } from '../../model/split-lines.ts';

/** Whether what was written fits as one to-do, and each of its lines as one; `unfit` says what one lacks. */
export function useFit(written: string, lines: readonly string[], isProgram: boolean, isReadOnly: boolean) {
  const { isTextLong, tooLong } = useTooLong();
  const { text, notes } = isProgram ? { text: written.trim(), notes: '' } : firstLineAsText(written);
  const unfit = tooLong(text, notes, 'notesTooLong');
  const many = !isReadOnly && !lines.some(isTextLong);
  return { fits: { one: !isReadOnly && unfit === null, many }, unfit };
}
