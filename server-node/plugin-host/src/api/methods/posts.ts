import { int, list, string } from '../../gob/gob-type.ts';
import { post, postList, reaction } from '../../model/post.ts';
import { postSearchResults, searchParameter, searchParams } from '../../model/post-search.ts';
import { method, nothing } from '../method.ts';

export const POSTS = {
  /** `(post)`. Adds the property `from_plugin`. `UserId` is the bot's. */
  CreatePost: method([post], post, 'appError'),
  /** `(post)`. Replaces all properties: carry over those that shall stay. */
  UpdatePost: method([post], post, 'appError'),
  /** `(postId)` */
  DeletePost: method([string], nothing, 'appError'),
  /** `(postId)` */
  GetPost: method([string], post, 'appError'),
  /** `(postId)` */
  GetPostThread: method([string], postList, 'appError'),
  /** `(channelId, page, perPage)`. Newest first, replies among them. */
  GetPostsForChannel: method([string, int, int], postList, 'appError'),
  /** `(channelId, time)`. Changed or deleted ones too: look at `DeleteAt`. `time` in epoch milliseconds. */
  GetPostsSince: method([string, int], postList, 'appError'),
  /** `(channelId, postId, page, perPage)` */
  GetPostsAfter: method([string, string, int, int], postList, 'appError'),
  /** `(channelId, postId, page, perPage)` */
  GetPostsBefore: method([string, string, int, int], postList, 'appError'),
  /** `(teamId, searches)`. Whoever may read them: check before showing any. */
  SearchPostsInTeam: method([string, list(searchParams)], list(post), 'appError'),
  /** `(teamId, userId, searchParams)`. Only what that person may read. */
  SearchPostsInTeamForUser: method([string, string, searchParameter], postSearchResults, 'appError'),
  /** `(userId, post)`. Only that person sees it, until the page is loaded again. */
  SendEphemeralPost: method([string, post], post),
  /** `(userId, post)`. The post is the one that SendEphemeralPost gave. */
  UpdateEphemeralPost: method([string, post], post),
  /** `(userId, postId)` */
  DeleteEphemeralPost: method([string, string], nothing),
  /** `(reaction)` */
  AddReaction: method([reaction], reaction, 'appError'),
  /** `(reaction)` */
  RemoveReaction: method([reaction], nothing, 'appError'),
  /** `(postId)` */
  GetReactions: method([string], list(reaction), 'appError'),
  /** `(userId, channelId, parentId)`. `parentId` may be empty. */
  PublishUserTyping: method([string, string, string], nothing, 'appError'),
} as const;
