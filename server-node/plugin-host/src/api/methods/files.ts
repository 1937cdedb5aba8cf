import { bytes, int, list, string } from '../../gob/gob-type.ts';
import { emoji, fileInfo, fileInfosOptions } from '../../model/file.ts';
import { method, nothing } from '../method.ts';

export const FILES = {
  /** `(data, channelId, filename)`. At most what the server accepts; give its id in `FileIds` of a post. */
  UploadFile: method([bytes, string, string], fileInfo, 'appError'),
  /** `(fileId)` */
  GetFile: method([string], bytes, 'appError'),
  /** `(fileId)` */
  GetFileInfo: method([string], fileInfo, 'appError'),
  /** `(page, perPage, options)` */
  GetFileInfos: method([int, int, fileInfosOptions], list(fileInfo), 'appError'),
  /** `(fileId)`. The public link; refused where public links are off. */
  GetFileLink: method([string], string, 'appError'),
  /** `(path)`. `path` is `FileInfo.Path`, inside the server's file store. */
  ReadFile: method([string], bytes, 'appError'),
  /** `(userId, fileIds)`. Gives the ids of the copies, which can be attached to a post of `userId`. */
  CopyFileInfos: method([string, list(string)], list(string), 'appError'),
  /** `(fileId, content)`. What the search finds the file by. */
  SetFileSearchableContent: method([string, string], nothing, 'appError'),
  /** `(emojiId)` */
  GetEmoji: method([string], emoji, 'appError'),
  /** `(name)` */
  GetEmojiByName: method([string], emoji, 'appError'),
  /** `(sortBy, page, perPage)`. `sortBy`: `name` or empty. */
  GetEmojiList: method([string, int, int], list(emoji), 'appError'),
} as const;
