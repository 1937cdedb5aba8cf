import { AppError } from '../../shared/app-error.ts';
import { cleanText } from '../../todos/text.ts';
import { refusedCommand } from '../refused.ts';
import type { Dialect } from './dialects/dialect.ts';

/**
 * A text as the program gets it, in one argument.
 *
 * @throws {AppError} invalid_input, text_empty, text_too_long
 */
export function programText(
  raw: string,
  dialect: Pick<Dialect, 'foldsLines' | 'refuses' | 'encodes'>,
): string {
  if (raw.includes('\0')) {
    throw new AppError(
      'invalid_input',
      'A text with a NUL character cannot be handed to a program. Leave it out.',
      { details: refusedCommand({ kind: 'nul_character' }) },
    );
  }
  const clean = cleanText(raw);
  const text = dialect.foldsLines ? clean.replace(/\s*\n\s*/g, ' ') : clean;
  const refusal = dialect.refuses?.(text);
  if (refusal !== undefined) {
    const { message, refused } = refusal;
    throw new AppError('invalid_input', message, { details: { refused } });
  }
  return dialect.encodes?.(text) ?? text;
}
