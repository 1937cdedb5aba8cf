import { createHash } from 'node:crypto';
import type { Caller } from '../callers/ports.ts';
import { throughOutages } from '../program/through-outages.ts';
import type { Choices } from '../replies/choices.ts';
import { escapeMentions } from '../replies/escape-mentions.ts';
import type { BotPost } from '../replies/ports.ts';
import { withPressables, type Signed } from '../replies/pressable.ts';
import { postText } from '../replies/post-text.ts';
import type { PostId } from '../shared/ids.ts';
import { answering } from './answering.ts';
import { checkPress } from './check-press.ts';
import { askInForm } from './ask-in-form.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';
import { runPress } from './run-press.ts';
import { signChoices } from './sentence.ts';

/** A press as it came in; who pressed is proved, all else is only said. */
export interface PressRequest {
  caller: Caller;
  postId: PostId;
  /** Opens a form within half a minute. */
  triggerId: string;
  signed: Signed;
  /** Which option of a select was chosen. */
  option: number | undefined;
  /** Names an unknown failure in the log and to the person. */
  requestId: string;
}

/** In words of Mattermost. */
export interface PressAnswer {
  /** The post as it is from now on; left out: it stays. */
  update?: { message: string; props: Record<string, unknown>; file_ids: readonly string[] };
  /** For whoever pressed alone. */
  note?: string;
}

/** Never fails: failures are told to whoever pressed. */
export type AnswerPress = (request: PressRequest) => Promise<PressAnswer>;

export const makeAnswerPress = (deps: PressDeps): AnswerPress =>
  answering(deps, {
    keyOf,
    answer: (request, press) => answer(deps, request, press),
    told: (text) => ({ note: escapeMentions(text) }),
  });

async function answer(deps: PressDeps, request: PressRequest, press: Press): Promise<PressAnswer> {
  const { postId, signed, option, caller } = request;
  // Asked before anything is done, as what was done could not be shown without it.
  const [post, url] = await Promise.all([deps.findBotPost(postId), deps.pressUrl()]);
  const checked = await checkPress(deps.signer, { signed, option, userId: caller.userId, post }, deps.now());
  if ('refused' in checked) {
    deps.metrics.press({ act: 'unknown', outcome: 'refused' });
    return { note: press.texts.press[checked.refused] };
  }
  const { act } = checked;
  const below = { ...press, replyId: post?.replyId };
  const { pressed, ...kept } = await throughOutages(deps, () =>
    deps.pressedPosts.during(
      post?.replyId,
      () => runPress(deps, below, act),
      // What is taken back has the post say again what it said before.
      ({ kind }) => (kind !== 'rewrite' ? 'nothing' : act.kind === 'undo' ? 'passes' : 'stands'),
    ),
  );
  deps.metrics.press({ act: act.kind, outcome: pressed.kind === 'note' ? 'refused' : 'ok' });
  return answerOf(deps, request, { post, url, kept }, pressed);
}

async function answerOf(
  deps: PressDeps,
  request: PressRequest,
  { post, url, kept }: { post: BotPost | undefined; url: string | undefined; kept: Pick<Choices, 'until'> },
  pressed: Pressed,
): Promise<PressAnswer> {
  if (pressed.kind === 'form') {
    await askInForm(deps, request, pressed);
    return {};
  }
  if (pressed.kind !== 'rewrite' || post === undefined) return noteOf(pressed);
  const choices = { ...pressed.choices, ...kept };
  const below = { post: post.postId, after: hashOf(request) };
  const pressables = await signChoices(deps.signer, choices, below, deps.now());
  const props = withPressables(post.props, pressables, url);
  const update = { message: postText(pressed.text), props, file_ids: post.fileIds };
  return { update, ...noteOf(pressed) };
}

function noteOf(pressed: Exclude<Pressed, { kind: 'form' }>): Pick<PressAnswer, 'note'> {
  const note = pressed.kind === 'note' ? pressed.text : pressed.note;
  return note === undefined ? {} : { note: escapeMentions(note) };
}

const hashOf = ({ signed }: PressRequest): string =>
  createHash('sha256').update(signed.signature).digest('base64url');

const keyOf = (request: PressRequest): string =>
  `press:${request.caller.userId}:${hashOf(request)}:${request.option ?? 0}`;
