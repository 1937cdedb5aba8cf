import { credentialsOf, notSignedIn } from '../../callers/credentials.ts';
import { checkCsrf, csrfFailed, isWrite } from '../../callers/csrf.ts';
import type { ChannelAccess, Identify } from '../../callers/ports.ts';
import { FORM_PATH, PRESS_PATH } from '../../contract/paths.ts';
import type { PostingRightOf } from '../../living-posts/ports.ts';
import { elementType, knowsDates, type Field, type OpenForm } from '../../replies/form.ts';
import {
  DeliveryError,
  type FindBotPost,
  type OutgoingReply,
  type PinPost,
  type ReplyPoster,
} from '../../replies/ports.ts';
import { withPressables } from '../../replies/pressable.ts';
import { postText } from '../../replies/post-text.ts';
import type { PostTarget, ReactionTarget, Reply } from '../../replies/reply.ts';
import { AppError } from '../../shared/app-error.ts';
import type { PostId, UserId } from '../../shared/ids.ts';
import { formTooLate } from '../form-too-late.ts';
import { knowsSilentPosts } from '../knows-silent-posts.ts';
import { FakeRefusal, type FakeMattermost } from './fake-mattermost.ts';

const PRESS_URL = `https://chat.example.com${PRESS_PATH}`;
/** Where Mattermost looks for what can be chosen. */
const SOURCES: Partial<Record<Field['type'], string>> = { channel: 'channels', person: 'users' };
const FORM_URL = `https://chat.example.com${FORM_PATH}`;

/** The door over a site in memory: the same answers as over HTTP, without the waiting. */
export function makeFakeDoor(site: FakeMattermost, botId: UserId) {
  const answered: { url: string; text: string }[] = [];
  let away = false;

  const identify: Identify = async (request) => {
    const { token, by } = credentialsOf(request);
    const csrf = by === 'cookie' && isWrite(request.method) ? checkCsrf(request, []) : undefined;
    failWhenAway();
    const person = orElse(() => site.personOf(token), notSignedIn);
    if (person.is_bot) {
      throw new AppError('forbidden', 'Bots have no to-dos.');
    }
    if (person.owesFactor) {
      throw notSignedIn();
    }
    if (csrf !== undefined && site.sessions.get(token)?.csrf !== csrf) {
      throw csrfFailed();
    }
    const { id: userId, username, roles, locale } = person;
    const isGuest = roles.includes('system_guest');
    return { userId, username, isGuest, locale, access: accessOf(userId) };
  };

  function accessOf(userId: UserId): ChannelAccess {
    return {
      async stateOfChannel(id) {
        failWhenAway();
        const channel = orElse(() => site.readChannel(userId, id), noError);
        if (channel === undefined) return 'unreadable';
        return channel.delete_at > 0 ? 'archived' : 'open';
      },
      async channelOfPost(id) {
        failWhenAway();
        return orElse(() => site.readPost(userId, id), noError)?.channel_id;
      },
    };
  }

  const poster: ReplyPoster = {
    async post(reply) {
      if (away) {
        throw new DeliveryError('Mattermost is away', { permanent: false });
      }
      if (reply.target.kind === 'response_url') {
        answered.push({ url: reply.target.url, text: postText(reply.text) });
        return null;
      }
      if (reply.target.kind === 'reaction') return react(reply.target);
      if (reply.target.kind === 'edit') return editPost(reply.target.postId, reply);
      return (earlierPost(reply) ?? newPost(reply, reply.target)).id;
    },
  };

  function react({ triggerPostId, emoji, isTakenAway }: ReactionTarget): null {
    const reaction = { user_id: botId, post_id: triggerPostId, emoji_name: emoji };
    try {
      if (isTakenAway === true) site.unreact(botId, reaction);
      else site.react(botId, reaction);
      return null;
    } catch (cause) {
      throw refusedBy(cause);
    }
  }

  function editPost(id: PostId, { text, pressables }: OutgoingReply): PostId {
    const post = orElse(() => site.readPost(botId, id), noError);
    if (post?.user_id !== botId) throw new DeliveryError('not there, or not ours', { permanent: true });
    const props = pressables === undefined ? post.props : withPressables(post.props, pressables, PRESS_URL);
    return site.editPost(id, { message: postText(text), props }).id;
  }

  const pinPost: PinPost = async (postId, is_pinned) => {
    const post = orElse(() => site.readPost(botId, postId), noError);
    if (post === undefined) throw new DeliveryError('not there', { permanent: true });
    site.editPost(postId, { is_pinned });
  };

  const postingRightOf: PostingRightOf = async (userId, id) => {
    failWhenAway();
    const channel = orElse(() => site.readChannel(botId, id), noError);
    if (channel === undefined) return 'unseen';
    if (channel.delete_at > 0) return 'archived';
    if (!site.isMember(botId, id)) site.join(botId, id);
    return site.mayPost(userId, id) ? 'may' : 'may_not';
  };

  const findBotPost: FindBotPost = async (postId) => {
    failWhenAway();
    const post = orElse(() => site.readPost(botId, postId), noError);
    if (post?.user_id !== botId) return undefined;
    const { props } = post;
    return { postId, replyId: props['reply'] as string | undefined, props, fileIds: [] };
  };

  const openForm: OpenForm = async (triggerId, form, state) => {
    failWhenAway();
    const { title, about = '', submit, fields } = form;
    const hasDates = knowsDates(site.version);
    const dialog = {
      ...{ url: FORM_URL, title, about, submit, state },
      elements: fields.map((field) => ({
        ...{ name: field.name, label: field.label, value: field.value ?? '' },
        type: elementType(field, !hasDates),
        source: SOURCES[field.type] ?? '',
        options: field.type === 'select' ? field.options.map(({ label, value }) => [label, value]) : [],
      })),
    };
    try {
      site.openDialog(triggerId, dialog);
    } catch (error) {
      throw formTooLate(error);
    }
  };

  function earlierPost(reply: Reply) {
    return site.posts.find(({ user_id, props }) => user_id === botId && props['reply'] === reply.id);
  }

  function newPost(reply: OutgoingReply, target: PostTarget) {
    try {
      const channel =
        target.kind === 'direct'
          ? site.openDirect(botId, target.userId)
          : site.readChannel(botId, target.channelId);
      channel.members.add(botId);
      const root_id = target.kind === 'thread' ? rootOf(target.triggerPostId) : '';
      const props = withPressables({ reply: reply.id }, reply.pressables ?? [], PRESS_URL);
      return site.createPost(botId, {
        channel_id: channel.id,
        root_id,
        message: postText(reply.text),
        props,
        is_silent: target.kind === 'channel' && target.isSilent === true && knowsSilentPosts(site.version),
      });
    } catch (cause) {
      throw refusedBy(cause);
    }
  }

  function rootOf(id: PostId): PostId {
    const trigger = site.readPost(botId, id);
    return trigger.root_id === '' ? trigger.id : trigger.root_id;
  }

  function failWhenAway(): void {
    if (away) {
      throw new AppError('mattermost_unavailable', 'Mattermost could not be asked just now.');
    }
  }

  return {
    identify,
    poster,
    findBotPost,
    pinPost,
    postingRightOf,
    openForm,
    pressUrl: async () => PRESS_URL,
    /** What was sent to response_urls. */
    answered,
    setAway: (value: boolean) => void (away = value),
  };
}

function refusedBy(cause: unknown): DeliveryError {
  const isForbidden = cause instanceof FakeRefusal && cause.status === 403;
  return new DeliveryError('refused', { permanent: !isForbidden, isForbidden, cause });
}

const noError = (): undefined => undefined;

/** @param otherwise what a refusal becomes: an error to throw, or undefined to give back nothing */
function orElse<T>(ask: () => T, otherwise: () => Error): T;
function orElse<T>(ask: () => T, otherwise: () => undefined): T | undefined;
function orElse<T>(ask: () => T, otherwise: () => Error | undefined): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof FakeRefusal)) {
      throw error;
    }
    const instead = otherwise();
    if (instead !== undefined) {
      throw instead;
    }
    return undefined;
  }
}
