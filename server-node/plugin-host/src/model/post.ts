import type { InOf, OutOf } from '../gob/gob-type.ts';
import { any, bool, int, list, map, nullable, string, struct } from '../gob/gob-type.ts';

const postActionOption = struct('PostActionOptions', { Text: string, Value: string });

const postActionIntegration = struct('PostActionIntegration', { URL: string, Context: map(any) });

const postAction = struct('PostAction', {
  Id: string,
  Type: string,
  Name: string,
  Disabled: bool,
  Style: string,
  DataSource: string,
  Options: list(postActionOption),
  DefaultOption: string,
  Integration: nullable(postActionIntegration),
  Cookie: string,
  Tooltip: string,
});

const attachmentField = struct('SlackAttachmentField', { Title: string, Value: any, Short: bool });

/** A message attachment. Send field values as strings: Mattermost complains of numbers. */
export const slackAttachment = struct('SlackAttachment', {
  Id: int,
  Fallback: string,
  Color: string,
  Pretext: string,
  AuthorName: string,
  AuthorLink: string,
  AuthorIcon: string,
  Title: string,
  TitleLink: string,
  Text: string,
  Fields: list(attachmentField),
  ImageURL: string,
  ThumbURL: string,
  Footer: string,
  FooterIcon: string,
  Timestamp: any,
  Actions: list(postAction),
});

/**
 * Moments are epoch milliseconds. `Props.attachments` may be sent as plain lists and objects with the JSON names
 * (`text`, `actions`, …); posts that come back have them under their Go names.
 */
export const post = struct('Post', {
  Id: string,
  CreateAt: int,
  UpdateAt: int,
  EditAt: int,
  DeleteAt: int,
  IsPinned: bool,
  UserId: string,
  ChannelId: string,
  RootId: string,
  OriginalId: string,
  Message: string,
  MessageSource: string,
  Type: string,
  Props: map(any),
  Hashtags: string,
  Filenames: list(string),
  FileIds: list(string),
  PendingPostId: string,
  HasReactions: bool,
  RemoteId: nullable(string),
  ReplyCount: int,
  LastReplyAt: int,
});

export const postList = struct('PostList', {
  Order: list(string),
  Posts: map(post),
  NextPostId: string,
  PrevPostId: string,
  HasNext: nullable(bool),
  FirstInaccessiblePostTime: int,
});

export const reaction = struct('Reaction', {
  UserId: string,
  PostId: string,
  EmojiName: string,
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
  RemoteId: nullable(string),
  ChannelId: string,
});

export type Post = OutOf<typeof post>;
export type PostInput = InOf<typeof post>;
export type PostList = OutOf<typeof postList>;
export type Reaction = OutOf<typeof reaction>;
export type SlackAttachment = OutOf<typeof slackAttachment>;
