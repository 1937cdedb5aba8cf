import { setTimeout as sleep } from 'node:timers/promises';
import { textsIn } from '../program/texts/texts-in.ts';
import { LEAD } from '../program/texts/leads.ts';
import { throughOutages } from '../program/through-outages.ts';
import type { Answer } from '../program/ports.ts';
import { reachesOthers } from '../program/reaches-others.ts';
import type { Choices } from '../replies/choices.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import { personList } from '../todos/list.ts';
import { IN_TIME_MS, type TypedCommand } from './answer-in-time.ts';
import { explainFailure } from './explain-failure.ts';
import type { CommandDeps } from './ports.ts';
import { untilStored } from './until-stored.ts';

/** Says where the answer is, and nothing of what it says. */
export interface AnswerByBot {
  /** @param requestId names an unknown failure in the log and to the person */
  (command: Omit<TypedCommand, 'lateTarget' | 'channelId'>, requestId: string): Promise<string>;
}

/**
 * Carries out a command that may have come from anybody: its answer goes to the person it names, as a direct message
 * of the bot, and whoever sent it reads none of it. What reaches others is explained there first, and carried out when
 * that person presses. A command that comes again does nothing and is not answered again.
 */
export function makeAnswerByBot(deps: CommandDeps): AnswerByBot {
  return async (command, requestId) => {
    const run = carryOut(deps, command, requestId);
    deps.background.run(run);
    await Promise.race([run, sleep(IN_TIME_MS, undefined, { ref: false })]).catch(() => undefined);
    return textsIn(await deps.languages.ofPerson(command.userId)).notes.botAnswers;
  };
}

async function carryOut(
  deps: CommandDeps,
  { userId, line, requestKey }: Parameters<AnswerByBot>[0],
  requestId: string,
): Promise<void> {
  const locale = await deps.languages.ofPerson(userId);
  const draftsOf = (text: string, choices?: Choices): ReplyDraft[] => [
    { target: { kind: 'direct', userId }, text: deps.escapeMentions(text), choices },
  ];
  const listId = personList(userId);
  const isAsked = reachesOthers(line);
  const doIt: Choices = {
    offered: [{ label: textsIn(locale).press.labels.doIt, act: { kind: 'line', listId, line } }],
    onlyFor: userId,
  };
  const request = {
    input: { line: isAsked ? `explain ${line}` : line },
    surface: 'slash' as const,
    actorId: userId,
    listId,
    requestKey,
    lead: LEAD,
    page: {},
    locale,
    replies: ({ text, choices }: Answer) => draftsOf(text, isAsked ? doIt : choices),
  };
  try {
    await throughOutages(deps, () => deps.program.run(request));
  } catch (error) {
    const text = explainFailure(deps, textsIn(locale), error, requestId);
    await untilStored(deps, () => deps.outbox.add(draftsOf(text)));
  }
}
