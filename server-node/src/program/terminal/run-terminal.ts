import { AppError } from '../../shared/app-error.ts';
import { helpAnswer } from '../answers/help-answer.ts';
import { refused } from '../answers/answer.ts';
import { sidebarAnswer } from '../answers/sidebar-answer.ts';
import { isRefusal } from '../grammar/command.ts';
import { explainLine } from '../grammar/explanation.ts';
import { parseLine } from '../grammar/parse-line.ts';
import type { Answer, TodoProgram } from '../ports.ts';
import { errorInWords, lineInWords } from '../texts/in-words.ts';
import type { Locale } from '../texts/locale.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { Texts } from '../texts/texts.ts';
import { explainStream, jsonLine } from './explain-stream.ts';
import { asOnThisMachine, circumstancesOf } from './circumstances.ts';
import { parseArguments, type TerminalCommand } from './parse-arguments.ts';
import { USAGE } from './usage.ts';

export interface Terminal {
  argv: readonly string[];
  /** The language of answers; left out: English. What is about the terminal itself is English always. */
  locale?: Locale | undefined;
  /** Standard input as text. */
  input: () => AsyncIterable<string>;
  /** Resolves when more may be written. */
  print: (text: string) => Promise<void>;
  printError: (text: string) => Promise<void>;
  /** Opened only for commands that need the store. */
  open: () => Promise<{ program: TodoProgram; close: () => Promise<void> }>;
}

/** What is typed before commands in a shell. */
const LEAD = 'todo ';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

/** The `todo` program in a terminal. @returns the exit code */
export async function runTerminal(terminal: Terminal): Promise<number> {
  const command = parseArguments(terminal.argv);
  const texts = textsIn(terminal.locale, LEAD);
  switch (command.kind) {
    case 'usage':
      await terminal.print(USAGE);
      return DONE;
    case 'wrong_usage':
      await terminal.printError(`todo: ${command.message}\nTry todo --help.\n`);
      return WRONG_USAGE;
    case 'explain_as_json':
    case 'explain_stream':
      return explain(terminal, command);
    case 'run':
      return runLine(terminal, texts, command);
  }
}

async function explain(
  { print, printError, input, locale }: Terminal,
  command: Extract<TerminalCommand, { kind: 'explain_as_json' | 'explain_stream' }>,
): Promise<number> {
  const first = circumstancesOf(command.said, { ...asOnThisMachine(), ...(locale && { locale }) });
  if (typeof first === 'string') {
    await printError(`todo: ${first}\n`);
    return WRONG_USAGE;
  }
  if (command.kind === 'explain_as_json') {
    await print(jsonLine(explainLine(command.line, first)));
    return DONE;
  }
  const known = () => ({ ...first, ...(command.said.now === undefined && { now: Date.now() }) });
  for await (const answers of explainStream(input(), known)) await print(answers);
  return DONE;
}

async function runLine(
  terminal: Terminal,
  texts: Texts,
  command: Extract<TerminalCommand, { kind: 'run' }>,
): Promise<number> {
  try {
    const { ok, text } =
      withoutStore(texts, terminal.locale, command.line) ?? (await withStore(terminal, command));
    await (ok ? terminal.print : terminal.printError)(`${text}\n`);
    return ok ? DONE : FAILED;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await terminal.printError(`todo: ${errorInWords(texts, error)}\n`);
    return FAILED;
  }
}

/** What needs no store shall not wait for one, nor fail without it. */
function withoutStore(texts: Texts, locale: Locale | undefined, line: string): Answer | undefined {
  const parsed = parseLine(line);
  if (isRefusal(parsed)) return refused(lineInWords(texts, parsed.refused));
  if (parsed.verb === 'open') return sidebarAnswer(texts);
  return parsed.verb === 'help' ? helpAnswer(texts, { topic: parsed.topic, locale }) : undefined;
}

async function withStore(
  { open, locale }: Terminal,
  { line, actorId, listId }: Extract<TerminalCommand, { kind: 'run' }>,
): Promise<Answer> {
  const { program, close } = await open();
  try {
    return await program.run({ input: { line }, actorId, listId, locale, lead: LEAD });
  } finally {
    await close();
  }
}
