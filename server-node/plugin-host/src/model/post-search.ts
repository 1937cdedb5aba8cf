import type { InOf, OutOf } from '../gob/gob-type.ts';
import { bool, int, list, map, nullable, string, struct } from '../gob/gob-type.ts';
import { postList } from './post.ts';

/** One search. Dates are `YYYY-MM-DD`; `TimeZoneOffset` is in seconds; channels and users are given by name. */
export const searchParams = struct('SearchParams', {
  Terms: string,
  ExcludedTerms: string,
  IsHashtag: bool,
  InChannels: list(string),
  ExcludedChannels: list(string),
  FromUsers: list(string),
  ExcludedUsers: list(string),
  AfterDate: string,
  ExcludedAfterDate: string,
  BeforeDate: string,
  ExcludedBeforeDate: string,
  Extensions: list(string),
  ExcludedExtensions: list(string),
  OnDate: string,
  ExcludedDate: string,
  OrTerms: bool,
  IncludeDeletedChannels: bool,
  TimeZoneOffset: int,
  SearchWithoutUserId: bool,
  Modifier: string,
});

/** `Terms` as a person types them, `from:alice` and the like included. */
export const searchParameter = struct('SearchParameter', {
  Terms: nullable(string),
  IsOrSearch: nullable(bool),
  TimeZoneOffset: nullable(int),
  Page: nullable(int),
  PerPage: nullable(int),
  IncludeDeletedChannels: nullable(bool),
});

/** `Matches`: by post id, the words that were found. Filled by some search engines only. */
export const postSearchResults = struct('PostSearchResults', {
  PostList: nullable(postList),
  Matches: map(list(string)),
});

export type SearchParams = InOf<typeof searchParams>;
export type SearchParameter = InOf<typeof searchParameter>;
export type PostSearchResults = OutOf<typeof postSearchResults>;
