import type { TextAndNotes } from '../contract/text-and-notes.ts';
import { isRefusal, type Command, type Parsed, type Refusal } from './grammar/command.ts';
import { parseLine, parseVerb } from './grammar/parse-line.ts';
import { parseOne } from './grammar/parse-which.ts';
import type { RunRequest } from './ports.ts';

/** Whatever a surface hands over, by the one grammar. */
export function understand(input: RunRequest['input']): Parsed {
  if ('line' in input) return parseLine(input.line);
  if ('asWritten' in input) return asWritten(input.asWritten);
  const { verb, text = '', refs, when, to } = input;
  if (refs === undefined || refs.length === 0) return withDate(sentTo(parseVerb(verb, text), to), when);
  if (verb === 'edit' || verb === 'note') return editOf(verb, refs.join(' '), text);
  return parseVerb(verb, refs.join(' '));
}

const withDate = (parsed: Parsed, when: string | undefined): Parsed =>
  when === undefined || isRefusal(parsed) || (parsed.verb !== 'add' && parsed.verb !== 'send')
    ? parsed
    : { ...parsed, when };

/** The text is none of a line here: `3` is what somebody is asked, and no number. */
function sentTo(parsed: Parsed, to: readonly string[] | undefined): Parsed {
  if (to === undefined || isRefusal(parsed) || parsed.verb !== 'add') return parsed;
  const { text } = parsed;
  return { verb: 'send', to, text, line: text };
}

function asWritten({ text, notes }: TextAndNotes): Command | Refusal {
  const command = parseVerb('add', text);
  return isRefusal(command) || command.verb !== 'add' ? command : { ...command, notes };
}

/** Apart from {@link parseVerb}, because a reference may hold spaces. */
function editOf(verb: 'edit' | 'note', ref: string, text: string): Command | Refusal {
  const which = parseOne(verb, ref);
  if (isRefusal(which)) return which;
  const whole = parseVerb(verb, `1 ${text}`);
  return isRefusal(whole) || whole.verb !== verb
    ? whole
    : { ...whole, which, line: `${verb} ${ref} ${text.trim()}` };
}
