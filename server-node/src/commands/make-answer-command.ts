import { textsIn } from '../program/texts/texts-in.ts';
import { answerInTime, type TypedCommand } from './answer-in-time.ts';
import { explainFailure } from './explain-failure.ts';
import type { CommandDeps } from './ports.ts';

/** What the person reads who typed a command. Never fails: failures are told, too. */
export interface AnswerCommand {
  /** @param requestId names an unknown failure in the log and to the person */
  (command: TypedCommand, requestId: string): Promise<string>;
}

export function makeAnswerCommand(deps: CommandDeps): AnswerCommand {
  return async (command, requestId) => {
    const locale = deps.languages.ofPerson(command.userId);
    const text = await answerInTime(deps, command, locale, async (error) =>
      explainFailure(deps, textsIn(await locale), error, requestId),
    );
    return deps.escapeMentions(text);
  };
}
