import type { Verb, VerbTaking } from '../../contract/vocabulary.ts';
import { isRefusal, refuse, type Parsed } from './command.ts';
import { assigneeOf, cutNames } from './names.ts';
import { parseNumbers } from './parse-numbers.ts';
import { LONGEST_SEARCH, parseWhich } from './parse-which.ts';
import { beginsWithName, beginsWithNumber, isAll, isBlank, namesNumbers, splitWord } from './what-follows.ts';

/** `@bob @carol Review the plan`; with numbers behind the name, or before it, what is there is assigned. */
export function parseSend(verb: 'send', rest: string, line: string): Parsed {
  if (beginsWithNumber(rest)) return parseAssign('assign', rest, line);
  const { names, rest: text } = cutNames(rest);
  if (names.length === 0) return refuse({ kind: 'person_missing', verb });
  if (names.length > MAX_RECEIVERS)
    return refuse({ kind: 'too_many_people', limit: MAX_RECEIVERS, count: names.length });
  if (isBlank(text)) return refuse({ kind: 'task_missing', verb, names });
  return namesNumbers(text) ? assignTo(names, text, line) : { verb, to: names, text, line };
}

/** Beyond it nobody is asked any more, but told. */
const MAX_RECEIVERS = 20;

/** `3 @bob`, `3-5 to me`, `3 none`, `@bob 3`; with a text behind the name that is sent. */
export function parseAssign(verb: 'assign', rest: string, line: string): Parsed {
  if (beginsWithName(rest)) return parseSend('send', rest, line);
  if (isBlank(rest)) return refuse({ kind: 'person_missing', verb });
  const words = rest.split(/\s+/);
  const numbers = words.findIndex((word) => !namesNumbers(word));
  const [first = '', ...more] = numbers === -1 ? [] : words.slice(numbers);
  const people = /^(?:to|给|給)$/i.test(first) ? more : [first, ...more];
  const { names, rest: others } = cutNames(people.join(' '));
  const targets = words.slice(0, numbers === -1 ? words.length : numbers).join(' ');
  if (names.length > 0 && others === '') return assignTo(names, targets, line);
  const [person = ''] = people;
  const to = people.length === 1 ? assigneeOf(person) : undefined;
  const which = parseWhich(targets);
  if (isRefusal(which)) return which;
  return to === undefined ? refuse({ kind: 'person_missing', verb }) : { verb, which, to, line };
}

function assignTo(names: readonly string[], targets: string, line: string): Parsed {
  const [username = ''] = names;
  if (names.length > 1) return refuse({ kind: 'assigns_one', verb: 'assign', names });
  const which = parseWhich(targets);
  return isRefusal(which) ? which : { verb: 'assign', which, to: { username }, line };
}

export function parseRequest(verb: 'accept', rest: string, line: string): Parsed {
  if (isBlank(rest)) return refuse({ kind: 'request_missing', verb });
  if (isAll(rest)) return { verb, which: { all: true }, line };
  return withNumbers(verb, rest, (numbers) => ({ verb, which: { numbers }, line }));
}

/** `3 no time this week`. The first word alone is numbers, as a reason may begin with one. */
export function parseDecline(verb: 'decline', rest: string, line: string): Parsed {
  if (isBlank(rest)) return refuse({ kind: 'request_missing', verb });
  const [target, reason] = namesNumbers(rest) ? [rest, ''] : splitWord(rest);
  return withNumbers(verb, target, (numbers) => ({ verb, which: { numbers }, text: reason, line }));
}

function withNumbers(verb: Verb, text: string, parsed: (numbers: readonly number[]) => Parsed): Parsed {
  const numbers = parseNumbers(text);
  if (numbers === undefined) return refuse({ kind: 'which_missing', verb });
  return 'refused' in numbers ? numbers : parsed(numbers);
}

export function parseSent(verb: VerbTaking<'sent'>, rest: string, line: string): Parsed {
  if (isBlank(rest)) return refuse({ kind: 'sent_missing', verb });
  if (rest.length <= LONGEST_SEARCH) return { verb, text: rest, line };
  return refuse({ kind: 'search_too_long', limit: LONGEST_SEARCH, length: rest.length, line });
}
