import type { GobType } from '../gob/gob-type.ts';
import { nullable, string, struct } from '../gob/gob-type.ts';
import type { DraftInput, ScheduledPostInput } from '../model/draft.ts';
import { draft, scheduledPost } from '../model/draft.ts';
import type { FileInfoInput } from '../model/file.ts';
import { fileInfo } from '../model/file.ts';
import type {
  EmailNotification,
  EmailNotificationContent,
  PushNotificationInput,
} from '../model/notification.ts';
import { emailNotificationContent, pushNotification } from '../model/notification.ts';
import type { ChannelInput, ChannelMemberInput, TeamMemberInput } from '../model/places.ts';
import { channel, channelMember, teamMember } from '../model/places.ts';
import type { PostInput } from '../model/post.ts';
import { post } from '../model/post.ts';
import type { Answer } from './hook.ts';

/** Nothing lets it pass; an object replaces it (fields left out stay as they were); a string refuses it. */
export type Decision<T> = T | string | undefined;
export type PostDecision = Decision<PostInput>;
export type FileDecision = Decision<FileInfoInput>;
export type PushDecision = Decision<PushNotificationInput>;
export type EmailDecision = Decision<EmailNotificationContent>;
export type ChannelDecision = Decision<ChannelInput>;
export type ChannelMemberDecision = Decision<ChannelMemberInput>;
export type TeamMemberDecision = Decision<TeamMemberInput>;
export type ScheduledPostDecision = Decision<ScheduledPostInput>;
export type DraftDecision = Decision<DraftInput>;

type Args = Readonly<Record<string, unknown>>;

/**
 * A failure is left to Mattermost: it lets the thing pass, or may refuse it in a channel that a plugin guards.
 * @param replace what the reply holds where the handler gave an object
 */
function decision<T extends object>(
  type: GobType<unknown, T>,
  replace: (given: T, args: Args) => T,
): Answer<Decision<T>> {
  return {
    type: struct('Returns', { A: nullable(type), B: string }),
    reply: (given, args) => {
      if (typeof given === 'string') return { B: given };
      return { A: typeof given === 'object' ? replace(given, args) : given };
    },
  };
}

/** Mattermost takes the reply as it is, at least in a guarded channel, so it holds all of the original. */
const completedFrom =
  <T extends object>(original: (args: Args) => unknown) =>
  (given: T, args: Args): T => ({ ...(original(args) as T), ...given });

const second = ({ B }: Args): unknown => B;

/** As Mattermost lets it pass when the plugin is not there. */
const failed = () => ({});

export const postDecision = decision(post, completedFrom<PostInput>(second));
export const channelDecision = decision(channel, completedFrom<ChannelInput>(second));
export const channelMemberDecision = decision(channelMember, completedFrom<ChannelMemberInput>(second));
export const teamMemberDecision = decision(teamMember, completedFrom<TeamMemberInput>(second));
export const draftDecision = decision(draft, completedFrom<DraftInput>(second));

/** What will be sent stands in the scheduled post as a draft, of which fields may be left out too. */
export const scheduledPostDecision = decision<ScheduledPostInput>(scheduledPost, (given, { B }) => {
  const original = B as ScheduledPostInput;
  return { ...original, ...given, Draft: { ...original.Draft, ...given.Draft } };
});

/** Without a post in the reply the edit would be refused. */
export const editDecision: Answer<PostDecision> = {
  ...postDecision,
  reply: (given, args) => postDecision.reply(given ?? {}, args),
};

/** Mattermost decodes the reply into the original: what is missing stays. */
export const fileDecision = { ...decision<FileInfoInput>(fileInfo, (given) => given), failed };

export const pushDecision = {
  ...decision(
    pushNotification,
    completedFrom<PushNotificationInput>(({ A }) => A),
  ),
  failed,
};

export const emailDecision = {
  ...decision(
    emailNotificationContent,
    completedFrom<EmailNotificationContent>(({ A }) => (A as EmailNotification).EmailNotificationContent),
  ),
  failed,
};
