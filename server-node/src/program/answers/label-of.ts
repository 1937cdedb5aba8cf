import { LONGEST_LABEL } from '../../replies/choices.ts';
import type { Todo } from '../../todos/todo.ts';
import { oneLine } from '../../shared/quote.ts';
import { withoutMarkdown } from './without-markdown.ts';

/** In UTF-16 units: a label comes from these, and taking the Markdown out of all of a long text could take long. */
const READ = 500;

/** What stands on a button or in a select, where no Markdown is drawn. */
export const asLabel = (text: string): string => oneLine(withoutMarkdown(text.slice(0, READ)), LONGEST_LABEL);

/** `12 Buy milk` */
export const labelOf = ({ number, text }: Pick<Todo, 'number' | 'text'>): string =>
  oneLine(`${number} ${withoutMarkdown(text.slice(0, READ))}`, LONGEST_LABEL);
