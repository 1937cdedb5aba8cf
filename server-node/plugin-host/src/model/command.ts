import type { GobType, InOf, OutOf } from '../gob/gob-type.ts';
import { any, bool, int, lazy, list, map, nullable, string, struct } from '../gob/gob-type.ts';
import { slackAttachment } from './post.ts';
import type { SlackAttachment } from './post.ts';

export const autocompleteTextArg = struct('AutocompleteTextArg', { Hint: string, Pattern: string });

const listItem = struct('AutocompleteListItem', { Item: string, Hint: string, HelpText: string });
export const autocompleteStaticListArg = struct('AutocompleteStaticListArg', {
  PossibleArguments: list(listItem),
});

/** `FetchURL` is a path below the plugin, without a query: Mattermost puts `/plugins/<id>/` in front. */
export const autocompleteDynamicListArg = struct('AutocompleteDynamicListArg', { FetchURL: string });

/** `Data` must be made by {@link textArgument}, {@link listArgument} or {@link dynamicArgument}. */
const autocompleteArg = struct('AutocompleteArg', {
  Name: string,
  HelpText: string,
  Type: string,
  Required: bool,
  Data: any,
});

export interface AutocompleteData {
  readonly Trigger?: string | undefined;
  readonly Hint?: string | undefined;
  readonly HelpText?: string | undefined;
  /** `system_user`, or `system_admin`. Without one of them nobody but administrators is shown it: set it on every node. */
  readonly RoleID?: string | undefined;
  /** Named ones after positional ones; not together with `SubCommands`. */
  readonly Arguments?: readonly InOf<typeof autocompleteArg>[] | undefined;
  readonly SubCommands?: readonly AutocompleteData[] | undefined;
}

export const autocompleteData: GobType<AutocompleteData> = struct('AutocompleteData', {
  Trigger: string,
  Hint: string,
  HelpText: string,
  RoleID: string,
  Arguments: list(autocompleteArg),
  SubCommands: list(lazy((): GobType<AutocompleteData> => autocompleteData)),
}) as unknown as GobType<AutocompleteData>;

/**
 * `Trigger` is required and becomes lower-case; the same trigger and team register anew. `Method`, `URL`, `Username`
 * and `IconURL` are for custom commands, which Mattermost calls over HTTP. Their token is never decoded.
 */
export const command = struct('Command', {
  Id: string,
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
  CreatorId: string,
  TeamId: string,
  Trigger: string,
  Method: string,
  Username: string,
  IconURL: string,
  AutoComplete: bool,
  AutoCompleteDesc: string,
  AutoCompleteHint: string,
  DisplayName: string,
  Description: string,
  URL: string,
  PluginId: string,
  AutocompleteData: nullable(autocompleteData),
  AutocompleteIconData: string,
});

/**
 * `Command` is the whole text, with the slash. `ConnectionId` is the caller's WebSocket, which servers older than 11.8
 * do not tell.
 */
export const commandArgs = struct('CommandArgs', {
  UserId: string,
  ChannelId: string,
  TeamId: string,
  RootId: string,
  ParentId: string,
  TriggerId: string,
  Command: string,
  SiteURL: string,
  UserMentions: map(string),
  ChannelMentions: map(string),
  ConnectionId: string,
});

export interface CommandResponse {
  /** `ephemeral` (only the caller sees it) or `in_channel`. */
  readonly ResponseType?: string | undefined;
  readonly Text?: string | undefined;
  readonly Username?: string | undefined;
  readonly ChannelId?: string | undefined;
  readonly IconURL?: string | undefined;
  readonly Type?: string | undefined;
  readonly Props?: Readonly<Record<string, unknown>> | undefined;
  readonly GotoLocation?: string | undefined;
  readonly TriggerId?: string | undefined;
  readonly SkipSlackParsing?: boolean | undefined;
  readonly Attachments?: readonly Partial<SlackAttachment>[] | undefined;
  readonly ExtraResponses?: readonly CommandResponse[] | undefined;
}

export const commandResponse: GobType<CommandResponse> = struct('CommandResponse', {
  ResponseType: string,
  Text: string,
  Username: string,
  ChannelId: string,
  IconURL: string,
  Type: string,
  Props: map(any),
  GotoLocation: string,
  TriggerId: string,
  SkipSlackParsing: bool,
  Attachments: list(slackAttachment),
  ExtraResponses: list(lazy((): GobType<CommandResponse> => commandResponse)),
}) as unknown as GobType<CommandResponse>;

export type Command = InOf<typeof command>;
export type CommandArgs = OutOf<typeof commandArgs>;
