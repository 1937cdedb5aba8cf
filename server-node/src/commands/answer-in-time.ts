import type { ReplyDraft, ReplyTarget } from '../replies/reply.ts';
import { inTime } from '../shared/in-time.ts';
import type { ChannelId, UserId } from '../shared/ids.ts';
import type { Locale } from '../program/texts/locale.ts';
import { LEAD } from '../program/texts/leads.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import { throughOutages } from '../program/through-outages.ts';
import { placeOf, shownIn } from './place-of.ts';
import type { CommandDeps } from './ports.ts';
import { untilStored } from './until-stored.ts';

/** What somebody typed after `/todo`. */
export interface TypedCommand {
  userId: UserId;
  line: string;
  /** Where it was typed; left out where nothing proves that the person is there. */
  channelId?: ChannelId;
  requestKey: string | undefined;
  /** Where an answer goes that is late; nowhere when there is none. */
  lateTarget: ReplyTarget | undefined;
}

/** Mattermost's page looks dead for as long as a command runs. */
export const IN_TIME_MS = 2_500;

/**
 * The answer of the program, or after {@link IN_TIME_MS} a note that it follows. A late answer is written to the
 * outbox with the change itself where that is possible, so that a crash does not lose it.
 */
export async function answerInTime(
  deps: CommandDeps,
  command: TypedCommand,
  locale: Promise<Locale>,
  explain: (error: unknown) => Promise<string>,
): Promise<string> {
  const late = makeLate(command.lateTarget);
  const run = locale
    .then((known) => runCommand(deps, command, known, late.drafts))
    .then(({ text }) => text, explain);
  const text = await inTime(run, IN_TIME_MS, late.begin);
  if (text !== undefined) return text;
  deps.background.run(run.then((answer) => untilStored(deps, () => deps.outbox.add(late.missing(answer)))));
  const { lookLater, answerFollows } = textsIn(await locale, LEAD).notes;
  return command.lateTarget === undefined ? lookLater : answerFollows;
}

function runCommand(
  deps: CommandDeps,
  command: TypedCommand,
  locale: Locale,
  drafts: (text: string) => ReplyDraft[],
) {
  const place = placeOf(command);
  const shown = (text: string) => shownIn(place, locale, text);
  return throughOutages(deps, async () => {
    const { text } = await deps.program.run({
      input: { line: place.line },
      surface: 'slash',
      actorId: command.userId,
      listId: place.listId,
      hereListId: place.hereListId,
      requestKey: command.requestKey,
      lead: place.lead,
      locale,
      replies: (answer) => drafts(shown(answer.text)),
    });
    return { text: shown(text) };
  });
}

/** The program may write its reply just before or just after the time is up; in the end there is one of it. */
function makeLate(target: ReplyTarget | undefined) {
  let isLate = false;
  let isWritten = false;
  const draftsOf = (text: string): ReplyDraft[] => (target === undefined ? [] : [{ target, text }]);
  return {
    begin: () => void (isLate = true),
    /** Called in the transaction of the change, again when that is tried again. */
    drafts(text: string): ReplyDraft[] {
      isWritten = isLate;
      return isLate ? draftsOf(text) : [];
    },
    missing: (text: string) => (isWritten ? [] : draftsOf(text)),
  };
}
