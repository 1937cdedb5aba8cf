import type { GobType } from '../gob/gob-type.ts';
import { nullable, string, struct } from '../gob/gob-type.ts';
import type { FileInfoInput } from '../model/file.ts';
import { fileInfo } from '../model/file.ts';
import type {
  EmailNotification,
  EmailNotificationContent,
  PushNotificationInput,
} from '../model/notification.ts';
import { emailNotificationContent, pushNotification } from '../model/notification.ts';
import type { PostInput } from '../model/post.ts';
import { post } from '../model/post.ts';
import type { Answer } from './hook.ts';

/** Nothing lets it pass; an object replaces it (fields left out stay as they were); a string refuses it. */
export type Decision<T> = T | string | undefined;
export type PostDecision = Decision<PostInput>;
export type FileDecision = Decision<FileInfoInput>;
export type PushDecision = Decision<PushNotificationInput>;
export type EmailDecision = Decision<EmailNotificationContent>;

type Args = Readonly<Record<string, unknown>>;

/**
 * @param complete what the reply must hold beside the fields that the handler gave: nothing where Mattermost fills them
 *   in itself, all of the original where it takes the reply as it is
 */
function decision<T extends object>(
  type: GobType<unknown, T>,
  complete: (given: T | undefined, args: Args) => T | undefined,
): Answer<Decision<T>> {
  return {
    type: struct('Returns', { A: nullable(type), B: string }),
    reply: (given, args) => (typeof given === 'string' ? { B: given } : { A: complete(given, args) }),
    failed: () => ({}),
  };
}

/** Mattermost decodes the reply into the original: what is missing stays. */
export const postDecision = decision(post, (given) => given);
export const fileDecision = decision(fileInfo, (given) => given);

/** Without a post in the reply the edit would be refused, and what it lacks would be lost. */
export const editDecision: Answer<PostDecision> = {
  ...decision(post, (given, { B: edited }) => ({ ...(edited as PostInput), ...given })),
  failed: (error) => {
    throw error;
  },
};

/** Nothing in the reply leaves the notification alone; anything replaces all of it. */
export const pushDecision = decision(pushNotification, (given, { A: original }) =>
  given === undefined ? undefined : { ...(original as PushNotificationInput), ...given },
);

export const emailDecision = decision(emailNotificationContent, (given, { A: original }) =>
  given === undefined ? undefined : { ...(original as EmailNotification).EmailNotificationContent, ...given },
);
