import type { InOf } from '../gob/gob-type.ts';
import { bool, int, list, nullable, string, struct } from '../gob/gob-type.ts';

const dialogOption = struct('PostActionOptions', { Text: string, Value: string });

/** For elements of type `date` and `datetime`, from 11.6 on. `TimeInterval` in minutes. */
const dateTimeConfig = struct('DialogDateTimeConfig', {
  MinDate: string,
  MaxDate: string,
  TimeInterval: int,
  LocationTimezone: string,
  ManualTimeEntry: bool,
});

const dialogElement = struct('DialogElement', {
  DisplayName: string,
  Name: string,
  Type: string,
  SubType: string,
  Default: string,
  Placeholder: string,
  HelpText: string,
  Optional: bool,
  MinLength: int,
  MaxLength: int,
  DataSource: string,
  DataSourceURL: string,
  Options: list(dialogOption),
  MultiSelect: bool,
  Refresh: bool,
  MinDate: string,
  MaxDate: string,
  TimeInterval: int,
  DateTimeConfig: nullable(dateTimeConfig),
});

const dialog = struct('Dialog', {
  CallbackId: string,
  Title: string,
  IntroductionText: string,
  IconURL: string,
  Elements: list(dialogElement),
  SubmitLabel: string,
  NotifyOnCancel: bool,
  State: string,
  SourceURL: string,
});

/** `TriggerId` comes from a command or an action and is valid for seconds. */
export const openDialogRequest = struct('OpenDialogRequest', {
  TriggerId: string,
  URL: string,
  Dialog: dialog,
});

export type OpenDialogRequest = InOf<typeof openDialogRequest>;
