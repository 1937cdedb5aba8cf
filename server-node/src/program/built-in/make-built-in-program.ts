import type { Acts, ActRequest } from '../../todos/acts.ts';
import { refusalOf, refused } from '../answers/answer.ts';
import { choicesAmong } from '../answers/choices-among.ts';
import { explainAnswer, unlessRefused } from '../answers/explain-answer.ts';
import { helpAnswer } from '../answers/help-answer.ts';
import { sidebarAnswer } from '../answers/sidebar-answer.ts';
import { candidatesOf } from '../answers/which-refusals.ts';
import { isChange, isRefusal, type ChangingCommand, type Command } from '../grammar/command.ts';
import type { Answer, Deliveries, RunRequest, TodoProgram } from '../ports.ts';
import { lineInWords } from '../texts/in-words.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { Texts } from '../texts/texts.ts';
import { understand } from '../understand.ts';
import { changeAnswer } from './change-answer.ts';
import { listAnswer } from './list-answer.ts';
import { foreseeChange } from './foresee-change.ts';
import { runChange } from './run-change.ts';

export interface BuiltInDeps {
  acts: Acts;
  deliveries: Deliveries;
}

/** The `todo` program in this process, over the acts. */
export function makeBuiltInProgram({ acts, deliveries }: BuiltInDeps): TodoProgram {
  const withoutChange = async (request: RunRequest, answer: Answer): Promise<Answer> => {
    const drafts = request.replies?.(answer) ?? [];
    if (drafts.length > 0 || request.requestKey !== undefined) {
      await deliveries.reply(drafts, request.requestKey);
    }
    return answer;
  };
  return {
    async run(request) {
      const texts = textsIn(request.locale, request.lead);
      const command = understand(request.input);
      if (isRefusal(command)) return withoutChange(request, refused(lineInWords(texts, command.refused)));
      if (!isChange(command)) return withoutChange(request, await read(acts, texts, request, command));
      return change(acts, texts, request, command).catch((thrown: unknown) =>
        withoutChange(request, offering(texts, request, refusalOf(texts, thrown), thrown)),
      );
    },
  };
}

type ReadingCommand = Exclude<Command, ChangingCommand>;

async function read(acts: Acts, texts: Texts, request: RunRequest, command: ReadingCommand): Promise<Answer> {
  const { actorId, listId } = request;
  switch (command.verb) {
    case 'list':
      return listAnswer({ acts, listId, texts }, command);
    case 'open':
      return sidebarAnswer(texts);
    case 'help':
      return helpAnswer(texts, command.topic);
    case 'explain':
      return explainAnswer(
        texts,
        command.text,
        unlessRefused(request, foreseeChange(acts, { actorId, listId })),
      );
  }
}

/** A word that stands for several to-dos is answered with all of them, and each can be pressed. */
function offering(texts: Texts, { actorId, listId }: RunRequest, answer: Answer, thrown: unknown): Answer {
  const { verb, candidates } = candidatesOf(thrown);
  if (candidates.length === 0) return answer;
  const asked = { actorId, listId, isDangerous: verb === 'delete' };
  return { ...answer, choices: choicesAmong(texts, candidates, asked) };
}

/** The replies are written in the transaction of the change, so neither is ever without the other. */
async function change(
  acts: Acts,
  texts: Texts,
  request: RunRequest,
  command: ChangingCommand,
): Promise<Answer> {
  const { actorId, listId, requestKey, replies } = request;
  const actRequest: ActRequest = { actorId, listId, requestKey };
  if (replies !== undefined) actRequest.replies = (made) => replies(changeAnswer(texts, made));
  return changeAnswer(texts, await runChange(acts, actRequest, command, request.source));
}
