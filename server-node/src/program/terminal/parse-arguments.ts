import { isMattermostId, type ChannelId, type UserId } from '../../shared/ids.ts';
import type { SaidCircumstances } from './circumstances.ts';
import { channelList, personList, SHARED_LIST, type ListId } from '../../todos/list.ts';

export type TerminalCommand =
  | { kind: 'run'; listId: ListId; actorId: UserId; line: string }
  /** For programs: of the line alone, whatever is in the store. */
  | { kind: 'explain_as_json'; line: string; said: SaidCircumstances }
  /** One line of JSON comes in, one JSON answer a line goes out. */
  | { kind: 'explain_stream'; said: SaidCircumstances }
  | { kind: 'usage' }
  | { kind: 'wrong_usage'; message: string };

/** Stands where a change needs a person and none was named. Shaped like an id of Mattermost; nobody has it. */
export const TERMINAL_USER = 'terminal000000000000000000' as UserId;

/** Options come before the command: everything after its first word is the command's. */
export function parseArguments(argv: readonly string[]): TerminalCommand {
  const options = { list: 'shared', as: undefined as string | undefined };
  for (let at = 0; at < argv.length; at += 1) {
    const [name, inline] = splitOption(argv[at] ?? '');
    if (name === '--') return commandOf(options, argv.slice(at + 1));
    if (name === '--help' || name === '-h') return { kind: 'usage' };
    if (name !== '--list' && name !== '--as') {
      if (name.startsWith('-')) return wrong(`There is no option ${name}.`);
      return commandOf(options, argv.slice(at));
    }
    const value = inline ?? argv[(at += 1)];
    if (value === undefined) return wrong(`The option ${name} needs a value.`);
    options[name === '--list' ? 'list' : 'as'] = value;
  }
  return commandOf(options, []);
}

function splitOption(argument: string): [name: string, value: string | undefined] {
  const [, name, value] = /^(--(?:list|as))=(.*)$/s.exec(argument) ?? [];
  return name === undefined ? [argument, undefined] : [name, value];
}

function commandOf(
  options: { list: string; as: string | undefined },
  words: readonly string[],
): TerminalCommand {
  const [first, ...rest] = words;
  const explained = first?.toLowerCase() === 'explain' ? explainOf(rest) : undefined;
  if (explained !== undefined && explained.kind !== 'run') return explained;
  if (options.as !== undefined && !isMattermostId(options.as)) {
    return wrong(`--as takes a user id of Mattermost, 26 lower-case letters and digits; got ${options.as}.`);
  }
  const as = options.as as UserId | undefined;
  const listId = listOf(options.list, as);
  if (listId === undefined) {
    return wrong(
      `--list takes shared, person:<user id>, channel:<channel id>, or with --as also me; got ${options.list}.`,
    );
  }
  const line = explained === undefined ? words.join(' ') : `explain ${explained.line}`;
  return { kind: 'run', listId, actorId: as ?? ownerOf(listId) ?? TERMINAL_USER, line };
}

/** What is explained to a person names the to-dos of the list, so it is a command like the others. */
function explainOf(words: readonly string[]): TerminalCommand | { kind: 'run'; line: string } {
  const flags = new Set<string>();
  const said: SaidCircumstances = {};
  let at = 0;
  for (; ; at += 1) {
    const [, flag, name, inline] = EXPLAIN_OPTION.exec(words[at] ?? '') ?? [];
    if (flag !== undefined) flags.add(flag);
    else if (name !== undefined) {
      const value = inline ?? words[(at += 1)];
      if (value === undefined) return wrong(`The option --${name} needs a value.`);
      said[name as keyof SaidCircumstances] = value;
    } else break;
  }
  if (words[at] === '--') at += 1;
  const line = words.slice(at).join(' ');
  if (flags.size === 0 && Object.keys(said).length === 0) return { kind: 'run', line };
  if (!flags.has('--stdin')) return { kind: 'explain_as_json', line, said };
  return line === ''
    ? { kind: 'explain_stream', said }
    : wrong('With --stdin the lines come from standard input.');
}

const EXPLAIN_OPTION = /^(?:(--json|--stdin)|--(now|zone|locale)(?:=(.*))?)$/s;

function listOf(name: string, as: UserId | undefined): ListId | undefined {
  if (name === 'shared') return SHARED_LIST;
  if (name === 'me') return as === undefined ? undefined : personList(as);
  const [kind, id = '', ...more] = name.split(':');
  if (more.length > 0 || !isMattermostId(id)) return undefined;
  if (kind === 'person') return personList(id as UserId);
  return kind === 'channel' ? channelList(id as ChannelId) : undefined;
}

const ownerOf = (listId: ListId): UserId | undefined =>
  listId.startsWith('person:') ? (listId.slice('person:'.length) as UserId) : undefined;

const wrong = (message: string): TerminalCommand => ({ kind: 'wrong_usage', message });
