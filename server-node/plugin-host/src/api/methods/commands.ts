import { list, string } from '../../gob/gob-type.ts';
import { command, commandArgs, commandResponse } from '../../model/command.ts';
import { openDialogRequest } from '../../model/dialog.ts';
import { method, nothing } from '../method.ts';

export const COMMANDS = {
  /** `(command)`. Calls of it arrive at the hook ExecuteCommand. */
  RegisterCommand: method([command], nothing, 'error'),
  /** `(teamId, trigger)`; an empty team for a command of all teams. */
  UnregisterCommand: method([string, string], nothing, 'error'),
  /** `(commandArgs)`. `SiteURL` is filled in. */
  ExecuteSlashCommand: method([commandArgs], commandResponse, 'error'),
  /** `(request)` */
  OpenInteractiveDialog: method([openDialogRequest], nothing, 'appError'),
  /** `(command)`. A custom slash command: Mattermost calls `URL`. For one of the plugin itself see `RegisterCommand`. */
  CreateCommand: method([command], command, 'error'),
  /** `(commandId, updatedCmd)` */
  UpdateCommand: method([string, command], command, 'error'),
  /** `(commandId)` */
  DeleteCommand: method([string], nothing, 'error'),
  /** `(commandId)` */
  GetCommand: method([string], command, 'error'),
  /** `(teamId)` */
  ListCommands: method([string], list(command), 'error'),
  /** `(teamId)` */
  ListCustomCommands: method([string], list(command), 'error'),
  /** `(teamId)` */
  ListPluginCommands: method([string], list(command), 'error'),
  ListBuiltInCommands: method([], list(command), 'error'),
} as const;
