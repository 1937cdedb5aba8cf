import type { Verb } from '../../contract/vocabulary.ts';
import { refused, told } from '../answers/answer.ts';
import type { Answer } from '../ports.ts';
import type { Output } from './collect-output.ts';
import type { RunResult } from './spawn-program.ts';

/** A post of Mattermost holds 16,383 characters; the rest is headroom for what is added when it is posted. */
const LONGEST_ANSWER = 12_000;

/**
 * What a person is told of a run. The sentences are those of the first system: scripts may look for them.
 *
 * @param command as configured, for instance `todo`
 */
export function answerOfRun(verb: Verb, command: string, result: RunResult): Answer {
  switch (result.kind) {
    case 'exited':
      return result.exitCode === 0 ? success(verb, result.stdout) : failure(verb, result);
    case 'killed':
      return failure(verb, result);
    case 'timed_out':
      return refused(`Command \`${verb}\` execution timed out.`);
    case 'not_found':
      return refused(`Command \`${command}\` not found. Please ensure it is installed and in the PATH.`);
    case 'not_started':
      return refused(
        `Command \`${command}\` could not be started (${result.reason}). Please ask the operator to look at it.`,
      );
  }
}

const success = (verb: Verb, stdout: Output): Answer =>
  told(shown(stdout) || `Command \`${verb}\` executed successfully.`);

type Failed = Extract<RunResult, { kind: 'exited' | 'killed' }>;

function failure(verb: Verb, result: Failed): Answer {
  const ending =
    result.kind === 'exited' ? `exit code ${result.exitCode}` : `ended by signal ${result.signal}`;
  return refused(`Error executing \`${verb}\`:\n${shown(result.stderr) || shown(result.stdout) || ending}`);
}

function shown({ text, cut }: Output): string {
  const lines = text.replace(/^\s*\n/, '').trimEnd();
  if (lines.length <= LONGEST_ANSWER && !cut) return lines;
  const whole = lines.slice(0, LONGEST_ANSWER).toWellFormed();
  return `${whole}\n… the output was longer; this is its beginning.`;
}
