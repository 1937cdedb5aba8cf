import { isAtLeast } from '../shared/version.ts';

/** Of silent posts nobody is told, and no channel becomes unread for them. */
export const knowsSilentPosts = (version: string): boolean => isAtLeast(version, [11, 10]);
