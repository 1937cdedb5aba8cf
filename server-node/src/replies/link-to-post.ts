import type { PostId } from '../shared/ids.ts';

/** Leads to a message in whichever team and channel it is. */
export const linkToPost = (siteUrl: string, postId: PostId): string => `${siteUrl}/_redirect/pl/${postId}`;
