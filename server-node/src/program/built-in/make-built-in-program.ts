import type { Colleagues } from '../../callers/colleagues.ts';
import type { PostList } from '../../living-posts/post-list.ts';
import type { ManageSettings } from '../../person-settings/manage-settings.ts';
import type { PersonClockOf } from '../../callers/person-clock.ts';
import { knownInTime } from '../../shared/known-in-time.ts';
import type { Clock, EpochMs } from '../../shared/time.ts';
import type { Acts } from '../../todos/acts.ts';
import { personList } from '../../todos/list.ts';
import { refusalOf, refused } from '../answers/answer.ts';
import { orHere } from '../answers/or-here.ts';
import { choicesAmong } from '../answers/choices-among.ts';
import { explainAnswer, unlessRefused } from '../answers/explain-answer.ts';
import { helpAnswer } from '../answers/help-answer.ts';
import { postingAnswer } from '../answers/posting-answer.ts';
import { sidebarAnswer } from '../answers/sidebar-answer.ts';
import { candidatesOf } from '../answers/which-refusals.ts';
import { withName } from '../answers/with-name.ts';
import { isChange, isRefusal, type ChangingCommand, type Command } from '../grammar/command.ts';
import type { Answer, Deliveries, RunRequest, TodoProgram } from '../ports.ts';
import { lineInWords } from '../texts/in-words.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { Texts } from '../texts/texts.ts';
import { understand } from '../understand.ts';
import { settingsAnswer, type SettingsDeps } from '../settings/settings-answer.ts';
import { changeAnswer } from './change-answer.ts';
import { listAnswer } from './list-answer.ts';
import { foreseeChange } from './foresee-change.ts';
import { mineAnswer, requestsAnswer, sentAnswer, type RequestsDeps } from './requests-answer.ts';
import { ownListOnly } from './run-for-people.ts';
import { makeReadDates } from '../said/read-text.ts';
import { makeReadWords } from '../said/said-when.ts';
import { runChange } from './run-change.ts';
import type { RunDeps } from './run-deps.ts';
import { showAnswer } from './show-answer.ts';
import type { SaidRequest } from './said-request.ts';
import { viewAnswer, type AskedView } from './view-answer.ts';

export interface BuiltInDeps {
  acts: Acts;
  deliveries: Deliveries;
  clockOf: PersonClockOf;
  settings: ManageSettings;
  colleagues: Colleagues;
  /** For what a person has in channels. */
  recipients: AskedView['recipients'];
  /** Left out where nothing can be posted. */
  postList?: PostList | undefined;
  now: Clock;
}

/** The `todo` program in this process, over the acts. */
export function makeBuiltInProgram(built: BuiltInDeps): TodoProgram {
  const { deliveries, clockOf, now } = built;
  const readers = { clockOf, now };
  const deps: ReadDeps = {
    ...built,
    ...{ readDates: makeReadDates(readers), readWords: makeReadWords(readers) },
  };
  const withoutChange = async (request: RunRequest, answer: Answer): Promise<Answer> => {
    const drafts = request.replies?.(answer) ?? [];
    if (drafts.length > 0 || request.requestKey !== undefined) {
      await deliveries.reply(drafts, request.requestKey);
    }
    return answer;
  };
  return {
    async run(request) {
      const { actorId, listId, surface } = request;
      const clock = await knownInTime(clockOf(actorId));
      // What is said in a channel is read by others as well.
      const texts = textsIn(request.locale, request.lead, surface === 'channel' ? undefined : clock?.hours);
      // In one's own list every date is by one's own clock already.
      const zone = listId === personList(actorId) ? undefined : clock?.zone;
      const command = understand(request.input);
      if (isRefusal(command)) return withoutChange(request, refused(lineInWords(texts, command.refused)));
      const asked = { texts, request, zone, at: now() };
      const refusal = async (thrown: unknown) =>
        refusalOf(texts, await withName(deps.colleagues.accountOf, thrown));
      if (!isChange(command)) {
        return withoutChange(request, await read(deps, asked, command).catch(refusal));
      }
      return change(deps, asked, command).catch(async (thrown: unknown) => {
        const answer = await refusal(await orHere(deps.acts, request, thrown));
        return withoutChange(request, offering(texts, request, answer, thrown));
      });
    },
  };
}

interface Asked {
  texts: Texts;
  request: RunRequest;
  /** The person's; undefined in the own list, and when nobody can say. */
  zone: string | undefined;
  at: EpochMs;
}

type ReadDeps = RunDeps & SettingsDeps & RequestsDeps & Pick<BuiltInDeps, 'recipients' | 'postList'>;

const REQUESTS = { requests: requestsAnswer, sent: sentAnswer, mine: mineAnswer };

type ReadingCommand = Exclude<Command, ChangingCommand>;

async function read(
  deps: ReadDeps,
  { texts, request, zone, at }: Asked,
  command: ReadingCommand,
): Promise<Answer> {
  const { acts, recipients } = deps;
  const { actorId, listId } = request;
  switch (command.verb) {
    case 'list':
      return listAnswer({ ...deps, listId, texts, seen: { at, zone }, page: request.page }, command);
    case 'show':
      return showAnswer(deps, { texts, request, seen: { at, zone } }, command);
    case 'open':
      return sidebarAnswer(texts);
    case 'settings':
      if (listId !== personList(actorId)) throw ownListOnly(command.verb);
      return settingsAnswer(deps, texts, actorId, command.text);
    case 'post':
    case 'unpost':
      return postingAnswer(deps.postList, texts, request, command);
    case 'help':
      return helpAnswer(texts, { topic: command.topic, locale: request.locale });
    case 'requests':
    case 'sent':
    case 'mine':
      if (listId !== personList(actorId)) throw ownListOnly(command.verb);
      return REQUESTS[command.verb](deps, {
        ...{ personId: actorId, texts },
        seen: { at, zone: (await knownInTime(deps.clockOf(actorId)))?.zone },
      });
    case 'explain':
      return explainAnswer(
        texts,
        command.text,
        unlessRefused(request, foreseeChange(deps, texts, { actorId, listId })),
      );
    default: {
      const seen = { at, zone: zone ?? (await deps.clockOf(actorId)).zone };
      return viewAnswer({ acts, recipients, personId: actorId, listId, texts, seen }, command.verb);
    }
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
  deps: RunDeps,
  { texts, request, zone }: Asked,
  command: ChangingCommand,
): Promise<Answer> {
  const { actorId, listId, requestKey, replies, corrects } = request;
  const saidRequest: SaidRequest = { actorId, listId, requestKey, corrects };
  if (replies !== undefined) {
    saidRequest.replies = (made, said) => replies(changeAnswer(texts, made, zone, said));
  }
  const { change: made, said } = await runChange(deps, saidRequest, command, request.source);
  return changeAnswer(texts, made, zone, said);
}
