import type { InOf, OutOf } from '../gob/gob-type.ts';
import { any, int, list, map, string, struct } from '../gob/gob-type.ts';

/** A message not sent yet. Moments are epoch milliseconds; `Priority` holds `priority` and `requested_ack`. */
export const draft = struct('Draft', {
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
  UserId: string,
  ChannelId: string,
  RootId: string,
  Message: string,
  Type: string,
  Props: map(any),
  FileIds: list(string),
  Priority: map(any),
});

/** `ScheduledAt` is when it will be sent, `ProcessedAt` when that was tried, zero until then. */
export const scheduledPost = struct('ScheduledPost', {
  Draft: draft,
  Id: string,
  ScheduledAt: int,
  ProcessedAt: int,
  ErrorCode: string,
});

export type Draft = OutOf<typeof draft>;
export type DraftInput = InOf<typeof draft>;
export type ScheduledPost = OutOf<typeof scheduledPost>;
export type ScheduledPostInput = InOf<typeof scheduledPost>;
