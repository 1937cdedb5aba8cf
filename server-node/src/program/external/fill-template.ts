import type { Template } from './dialects/dialect.ts';

export interface Parts {
  /** Empty when the command has none. */
  text: string;
  refs: readonly string[];
  home: string;
}

/** The argument lists of one command: one, or with `{ref}` one for each reference, the highest first. */
export function fillTemplate(template: Template, parts: Parts): string[][] {
  if (!template.argv.some((element) => element.includes('{ref}'))) return [fillOnce(template, parts)];
  return highestFirst(parts.refs).map((ref) => fillOnce(template, { ...parts, refs: [ref] }));
}

const fillOnce = (template: Template, parts: Parts): string[] =>
  template.argv.flatMap((element) => fillElement(element, parts));

/** All in one pass, so that a text that holds `{home}` stays a text. */
function fillElement(element: string, { text, refs, home }: Parts): string[] {
  if (element === '{refs}') return [...refs];
  if (element === '{text}' && text === '') return [];
  const values: Record<string, string> = {
    '{text}': text,
    '{ref}': refs.join(','),
    '{refs}': refs.join(','),
    '{refs,}': refs.join(','),
    '{home}': home,
  };
  return [element.replace(/\{(?:text|refs?|refs,|home)\}/g, (name) => values[name] ?? name)];
}

function highestFirst(refs: readonly string[]): string[] {
  return [...refs].sort((one, other) => Number(other) - Number(one) || 0);
}

/** Whether the program would take this text for an option. */
export function looksLikeOption(template: Template, text: string): boolean {
  if (template.dashesSafe === true || !text.startsWith('-')) return false;
  const bare = template.argv.indexOf('{text}');
  const ends = template.argv.indexOf('--');
  return bare !== -1 && (ends === -1 || ends > bare);
}
