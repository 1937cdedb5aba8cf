import { quote } from '../shared/quote.ts';

/** How a to-do is called in a sentence that it begins. @param number 0: whoever reads it does not know the number */
export const named = (number: number): string => (number === 0 ? 'The to-do' : `To-do ${number}`);

/** With its text, where whoever reads it may know that. */
export function namedWithText(number: number, text: string): string {
  if (text === '') return named(number);
  return number === 0 ? quote(text) : `${named(number)}, ${quote(text)},`;
}
