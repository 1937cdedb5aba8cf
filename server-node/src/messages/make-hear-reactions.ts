import { isPerson, type AccountOf } from '../callers/account.ts';
import type { ChannelStateFor } from '../callers/channel-state-for.ts';
import type { FindPost, WrittenPost } from '../callers/written-post.ts';
import { messageAsTodo } from '../contract/text-and-notes.ts';
import { settingsFrom } from '../person-settings/person-settings.ts';
import type { PersonSettingsReader } from '../person-settings/ports.ts';
import { changeAnswer } from '../program/built-in/change-answer.ts';
import type { Deliveries, ProgramLists, TodoProgram } from '../program/ports.ts';
import type { Languages } from '../program/texts/languages.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import { throughOutages } from '../program/through-outages.ts';
import type { Recipients } from '../reminders/ports.ts';
import type { Outbox } from '../replies/ports.ts';
import { linkToPost } from '../replies/link-to-post.ts';
import { replyIdOf } from '../replies/reply-id.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import { AppError } from '../shared/app-error.ts';
import type { Background } from '../shared/background.ts';
import type { PostId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import { isMattermostAway } from '../shared/mattermost-away.ts';
import { retry } from '../shared/retry.ts';
import { isStoreAway } from '../shared/store-away.ts';
import { MINUTE_MS, SECOND_MS, type Clock, type EpochMs } from '../shared/time.ts';
import type { Acts } from '../todos/acts.ts';
import { personList } from '../todos/list.ts';
import type { Change, TodoStore } from '../todos/ports.ts';
import { MAX_NOTES_LENGTH, MAX_TEXT_LENGTH, type ChangeId } from '../todos/todo.ts';
import { makeFlood } from './flood.ts';
import { explainMessage, giveUp } from './give-up.ts';
import type { HearReaction, Reaction } from './reaction.ts';

export interface HearReactionsDeps {
  people: PersonSettingsReader;
  accountOf: AccountOf;
  findPost: FindPost;
  channelStateFor: ChannelStateFor;
  program: TodoProgram;
  programLists: ProgramLists | null;
  acts: Pick<Acts, 'undo'>;
  store: Pick<TodoStore, 'ledTo' | 'change'>;
  outbox: Pick<Outbox, 'find'>;
  deliveries: Pick<Deliveries, 'claim' | 'reply'>;
  languages: Pick<Languages, 'ofPerson'>;
  recipients: Pick<Recipients, 'siteUrl'>;
  bot: () => { userId: string } | null;
  background: Pick<Background, 'stopping'>;
  now: Clock;
  logger: Logger;
}

export interface HearReactions {
  reacted: HearReaction;
  unreacted: HearReaction;
}

/** Whoever takes their reaction away this soon did not mean it. */
const TAKEN_BACK_MS = MINUTE_MS;
/** So often it is made anew of one message: whoever goes on is no person, and each time costs more than the one before. */
const MOST_ANEW = 5;
/** Nobody waits longer for Mattermost or the database to say what the reaction and the message are. */
const PATIENCE_MS = 25 * SECOND_MS;

/**
 * Makes a to-do in the list of whoever puts the emoji of their choice on a message, once for each message, and takes it
 * back when the reaction goes away at once.
 */
export function makeHearReactions(deps: HearReactionsDeps): HearReactions {
  const flood = makeFlood();
  const meant =
    (act: (reaction: Reaction) => Promise<void>): HearReaction =>
    async (reaction) => {
      try {
        if (await whenThere(deps, () => isChosen(deps, reaction))) await act(reaction);
      } catch (error) {
        deps.logger.error({ err: error, postId: reaction.postId }, 'A reaction was not looked at.');
      }
    };
  return {
    reacted: meant((reaction) => keep(deps, flood, reaction)),
    unreacted: meant((reaction) => takeBack(deps, reaction)),
  };
}

/** Mattermost tells of a reaction once. What only looks can look again, whichever program there is. */
function whenThere<T>(
  { now, background }: Pick<HearReactionsDeps, 'now' | 'background'>,
  look: () => Promise<T>,
): Promise<T> {
  const mayPass = (error: unknown) => isMattermostAway(error) || isStoreAway(error);
  return retry({ patienceMs: PATIENCE_MS, now, mayPass, signal: background.stopping }, look);
}

async function isChosen(
  { people, accountOf }: HearReactionsDeps,
  { userId, emoji }: Reaction,
): Promise<boolean> {
  const stored = (await people.settingsOf([userId])).get(userId);
  const { reaction } = settingsFrom(stored?.document);
  return reaction !== 'off' && reaction === emoji && isPerson(await accountOf(userId));
}

async function keep(
  deps: HearReactionsDeps,
  flood: ReturnType<typeof makeFlood>,
  reaction: Reaction,
): Promise<void> {
  const post = await whenThere(deps, () => messageOf(deps, reaction));
  if (post === undefined) return;
  const { userId, postId, at } = reaction;
  const key = await whenThere(deps, () => keyOf(deps.store, reaction, at));
  const texts = textsIn(await deps.languages.ofPerson(userId));
  const tooMany = flood.over({ userId, channelId: post.channelId, postId, writtenAt: at });
  if (tooMany !== undefined) return leave(deps, reaction, key, texts.notes.tooFast, tooMany);
  try {
    await throughOutages(deps, () => add(deps, reaction, key, post));
  } catch (error) {
    await leave(deps, reaction, key, explainMessage(deps, texts, postId, error));
  }
}

/** @returns undefined for one of the bot or of Mattermost itself, and for one that the person may not read now */
async function messageOf(
  { findPost, channelStateFor, bot }: HearReactionsDeps,
  { userId, postId }: Reaction,
): Promise<WrittenPost | undefined> {
  const post = await findPost(postId);
  if (post === undefined || post.isOfMattermost || post.userId === bot()?.userId) return undefined;
  return (await channelStateFor(userId, post.channelId)) === 'unreadable' ? undefined : post;
}

async function add(
  { program, languages, recipients }: HearReactionsDeps,
  { userId, postId }: Reaction,
  key: string,
  { text, channelId }: WrittenPost,
): Promise<void> {
  const locale = await languages.ofPerson(userId);
  const link = linkTo(await recipients.siteUrl(), postId, textsIn(locale).reminder.message);
  await program.run({
    input: {
      asWritten: messageAsTodo(text, { textLength: MAX_TEXT_LENGTH, notesLength: MAX_NOTES_LENGTH }),
    },
    surface: 'message',
    actorId: userId,
    listId: personList(userId),
    source: { postId, channelId },
    requestKey: key,
    locale,
    replies: (answer) => [
      {
        id: replyIdOf(key),
        target: { kind: 'direct', userId },
        text: answer.text + link,
        choices: answer.choices,
      },
    ],
  });
}

const linkTo = (siteUrl: string | undefined, postId: PostId, label: string): string =>
  siteUrl === undefined ? '' : ` · [${label}](${linkToPost(siteUrl, postId)})`;

/**
 * What a reaction had made lately when it was taken away, and how that was told. It may be looked at much later, after
 * what the person did before.
 */
async function madeLately({ store, outbox }: HearReactionsDeps, reaction: Reaction) {
  const key = await keyOf(store, reaction, Infinity);
  const changeId = (await store.ledTo(key)) ?? null;
  const [line] = changeId === null ? [] : await store.change(changeId);
  if (changeId === null || line === undefined || reaction.at - line.at > TAKEN_BACK_MS) return undefined;
  return { key, changeId, earlier: await outbox.find(replyIdOf(key)) };
}

async function takeBack(deps: HearReactionsDeps, reaction: Reaction): Promise<void> {
  const { userId } = reaction;
  const made = await whenThere(deps, () => madeLately(deps, reaction));
  if (made === undefined) return;
  const { key, changeId, earlier } = made;
  const texts = textsIn(await deps.languages.ofPerson(userId));
  const say = (text: string): ReplyDraft[] => [
    earlier === undefined || earlier.postId === null
      ? { target: { kind: 'direct', userId }, text }
      : { target: { kind: 'edit', postId: earlier.postId }, text, choices: { offered: [] } },
  ];
  const requestKey = takenBackBy(changeId);
  const replies = (change: Change) => say(changeAnswer(texts, change).text);
  const undo = () =>
    deps.acts.undo({ actorId: userId, listId: personList(userId), requestKey, replies }, changeId);
  try {
    await throughOutages(deps, undo);
  } catch (error) {
    // Whoever has undone it by the button needs no word about it.
    if (error instanceof AppError && error.code === 'nothing_to_undo') return;
    await leave(deps, reaction, key, explainMessage(deps, texts, reaction.postId, error), requestKey);
  }
}

/** @param once the person is told once for all with the same key */
const leave = (
  deps: HearReactionsDeps,
  { userId, postId }: Reaction,
  key: string,
  text: string,
  once?: string,
): Promise<void> =>
  giveUp(deps, {
    ...{ postId, key, drafts: [{ target: { kind: 'direct', userId }, text }] },
    ...(once !== undefined && { once }),
  });

const takenBackBy = (changeId: ChangeId): string => `unreact:${changeId}`;

/**
 * The same for each person and message, so that it is acted on once; another one for what is put there anew after it
 * was taken back.
 *
 * @param at when it was put there: what was, before its to-do was made, is told of a second time
 */
async function keyOf(
  store: HearReactionsDeps['store'],
  { userId, postId }: Reaction,
  at: EpochMs,
): Promise<string> {
  const first = `reaction:${userId}:${postId}`;
  let key = first;
  for (let anew = 0; anew < MOST_ANEW; anew += 1) {
    const changeId = (await store.ledTo(key)) ?? null;
    const takenBack = changeId === null ? null : ((await store.ledTo(takenBackBy(changeId))) ?? null);
    const [made] = changeId === null || takenBack === null ? [] : await store.change(changeId);
    if (made === undefined || at <= made.at) return key;
    key = `${first}:${changeId}`;
  }
  return key;
}
