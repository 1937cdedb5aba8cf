import type { InOf, OutOf } from '../gob/gob-type.ts';
import { bool, bytes, int, list, nullable, string, struct } from '../gob/gob-type.ts';

/** `Size` in bytes, `Extension` without its dot. `Path` is inside the server's file store. */
export const fileInfo = struct('FileInfo', {
  Id: string,
  CreatorId: string,
  PostId: string,
  ChannelId: string,
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
  Path: string,
  ThumbnailPath: string,
  PreviewPath: string,
  Name: string,
  Extension: string,
  Size: int,
  MimeType: string,
  Width: int,
  Height: int,
  HasPreviewImage: bool,
  MiniPreview: nullable(bytes),
  Content: string,
  RemoteId: nullable(string),
  Archived: bool,
});

/** `SortBy`: `CreateAt` or `Size`. `Since` in epoch milliseconds. */
export const fileInfosOptions = struct('GetFileInfosOptions', {
  UserIds: list(string),
  ChannelIds: list(string),
  Since: int,
  IncludeDeleted: bool,
  SortBy: string,
  SortDescending: bool,
});

/** A file for the support packet. */
export const fileData = struct('FileData', { Filename: string, Body: bytes });

export const emoji = struct('Emoji', {
  Id: string,
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
  CreatorId: string,
  Name: string,
});

export type FileInfo = OutOf<typeof fileInfo>;
export type FileInfoInput = InOf<typeof fileInfo>;
export type FileInfosOptions = InOf<typeof fileInfosOptions>;
export type FileData = InOf<typeof fileData>;
export type Emoji = OutOf<typeof emoji>;
