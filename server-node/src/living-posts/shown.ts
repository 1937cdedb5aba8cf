import { createHash } from 'node:crypto';
import type { Choices } from '../replies/choices.ts';
import type { EpochMs } from '../shared/time.ts';
import type { LivingPost, LivingPostKind } from './living-post.ts';

/** What a post has to show at this moment. */
export interface Shown {
  text: string;
  choices: Choices;
  /** From when on it would show another thing though nobody changed anything; left out: it would not. */
  until?: EpochMs;
  /** It is kept true no longer. */
  isLast?: true;
}

/**
 * @returns undefined when there is nobody to be shown anything: it stays as it is, and is forgotten
 * @throws {AppError} mattermost_unavailable, store_unavailable
 */
export type Show = (post: LivingPost) => Promise<Shown | undefined>;
export type Shows = Readonly<Record<LivingPostKind, Show>>;

/** The same for what looks the same and does the same. */
export const markOf = ({ text, choices }: Pick<Shown, 'text' | 'choices'>): string =>
  createHash('sha256')
    .update(JSON.stringify([text, choices]))
    .digest('base64url');
