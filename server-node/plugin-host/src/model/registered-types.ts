import type { AnyGobType } from '../gob/gob-type.ts';
import { list } from '../gob/gob-type.ts';
import { withGoName } from '../gob/go-named.ts';
import { autocompleteDynamicListArg, autocompleteStaticListArg, autocompleteTextArg } from './command.ts';
import { slackAttachment } from './post.ts';
import { appError, errorString } from './server.ts';

/** The Go types, beyond plain JSON, that may stand in an interface slot. */
export const REGISTERED_TYPES: ReadonlyMap<string, AnyGobType> = new Map<string, AnyGobType>([
  ['*model.AppError', appError],
  ['*plugin.ErrorString', errorString],
  ['[]*model.SlackAttachment', list(slackAttachment)],
  ['*model.AutocompleteTextArg', autocompleteTextArg],
  ['*model.AutocompleteStaticListArg', autocompleteStaticListArg],
  ['*model.AutocompleteDynamicListArg', autocompleteDynamicListArg],
]);

/** A plain Go error, for hooks that answer one. */
export const goError = (message: string) => withGoName({ Err: message }, '*plugin.ErrorString');
