import { AppError } from '../../shared/app-error.ts';
import { explainAnswer } from '../answers/explain-answer.ts';
import { helpAnswer } from '../answers/help-answer.ts';
import { refused } from '../answers/answer.ts';
import { isRefusal } from '../grammar/command.ts';
import { explainLine } from '../grammar/explanation.ts';
import { parseLine } from '../grammar/parse-line.ts';
import type { Answer, TodoProgram } from '../ports.ts';
import { explainStream, jsonLine } from './explain-stream.ts';
import { parseArguments, type TerminalCommand } from './parse-arguments.ts';
import { USAGE } from './usage.ts';

export interface Terminal {
  argv: readonly string[];
  /** Standard input as text. */
  input: () => AsyncIterable<string>;
  /** Resolves when more may be written. */
  print: (text: string) => Promise<void>;
  printError: (text: string) => Promise<void>;
  /** Opened only for commands that need the store. */
  open: () => Promise<{ program: TodoProgram; close: () => Promise<void> }>;
}

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

/** The `todo` program in a terminal. @returns the exit code */
export async function runTerminal(terminal: Terminal): Promise<number> {
  const command = parseArguments(terminal.argv);
  switch (command.kind) {
    case 'usage':
      await terminal.print(USAGE);
      return DONE;
    case 'wrong_usage':
      await terminal.printError(`todo: ${command.message}\nTry todo --help.\n`);
      return WRONG_USAGE;
    case 'explain':
      await terminal.print(explained(command));
      return DONE;
    case 'explain_stream':
      for await (const answers of explainStream(terminal.input())) await terminal.print(answers);
      return DONE;
    case 'run':
      return runLine(terminal, command);
  }
}

const explained = ({ json, line }: Extract<TerminalCommand, { kind: 'explain' }>): string =>
  json ? jsonLine(explainLine(line)) : `${explainAnswer(line).text}\n`;

async function runLine(
  terminal: Terminal,
  command: Extract<TerminalCommand, { kind: 'run' }>,
): Promise<number> {
  try {
    const { ok, text } = withoutStore(command.line) ?? (await withStore(terminal, command));
    await (ok ? terminal.print : terminal.printError)(`${text}\n`);
    return ok ? DONE : FAILED;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await terminal.printError(`todo: ${error.message}\n`);
    return FAILED;
  }
}

/** What needs no store shall not wait for one, nor fail without it. */
function withoutStore(line: string): Answer | undefined {
  const parsed = parseLine(line);
  if (isRefusal(parsed)) return refused(parsed.error);
  if (parsed.verb === 'help') return helpAnswer(parsed.topic);
  return parsed.verb === 'explain' ? explainAnswer(parsed.text) : undefined;
}

async function withStore(
  { open }: Terminal,
  { line, actorId, listId }: Extract<TerminalCommand, { kind: 'run' }>,
): Promise<Answer> {
  const { program, close } = await open();
  try {
    return await program.run({ input: { line }, actorId, listId });
  } finally {
    await close();
  }
}
