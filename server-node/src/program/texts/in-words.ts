import type { AppError } from '../../shared/app-error.ts';
import type { RefusedCommand, RefusedLine } from '../refused.ts';
import { TOLD_BY_CODE, type Texts, type Sayings } from './texts.ts';

/** Why a line is no command. */
export const lineInWords = ({ line }: Texts, refused: RefusedLine): string => say(line, refused) ?? '';

/** What an error says to a person. What only programs and operators meet stays in English. */
export function errorInWords({ errors }: Texts, { code, message, details }: AppError): string {
  const refused = details['refused'] as RefusedCommand | undefined;
  if (refused !== undefined) return say<RefusedCommand>(errors, refused) ?? message;
  const told = TOLD_BY_CODE.find((one) => one === code);
  return (told === undefined ? undefined : errors[told]) ?? message;
}

/** The compiler cannot know that a sentence found by the kind of some facts takes these facts. */
function say<Refused extends { kind: string }>(
  sayings: Partial<Sayings<Refused>>,
  refused: Refused,
): string | undefined {
  const sentence = sayings[refused.kind as Refused['kind']] as ((facts: Refused) => string) | undefined;
  return sentence?.(refused);
}
