import { withGoName } from '../gob/go-named.ts';

interface Named {
  /** Empty for a positional argument: with a name the person types `--name value`. */
  readonly Name?: string;
  readonly HelpText?: string;
  readonly Required?: boolean;
}

/**
 * Free text.
 *
 * @throws {TypeError} on a positional one that is not `Required`: Mattermost refuses the whole command for it
 */
export function textArgument({
  Hint = '',
  Pattern = '',
  ...argument
}: Named & { Hint?: string; Pattern?: string }) {
  const { Name = '', Required = false } = argument;
  if (Name === '' && !Required)
    throw new TypeError(
      `A text argument without a Name must be Required, whether or not the command needs it; got the hint "${Hint}".`,
    );
  return withData(argument, 'TextInput', '*model.AutocompleteTextArg', { Hint, Pattern });
}

export const listArgument = (
  argument: Named & { Items: readonly { Item: string; Hint?: string; HelpText?: string }[] },
) =>
  withData(argument, 'StaticList', '*model.AutocompleteStaticListArg', { PossibleArguments: argument.Items });

/** Mattermost puts `/plugins/<id>/` in front of the whole text, and a query would become part of the path. */
const NOT_BELOW_THE_PLUGIN = /[?#]|^\/?plugins\/|:\/\//;

/**
 * Suggestions fetched while typing. `FetchURL` is a path below the plugin, which answers a JSON list of
 * `{ Item, Hint, HelpText }`; who asks and what was typed stands in the query.
 *
 * @throws {TypeError} on an address that Mattermost would make another one of
 */
export function dynamicArgument({ FetchURL, ...argument }: Named & { FetchURL: string }) {
  if (NOT_BELOW_THE_PLUGIN.test(FetchURL))
    throw new TypeError(
      `FetchURL must be a path below the plugin and without a query, such as "suggestions/open"; got "${FetchURL}".`,
    );
  return withData(argument, 'DynamicList', '*model.AutocompleteDynamicListArg', { FetchURL });
}

function withData(
  { Name = '', HelpText = '', Required = false }: Named,
  Type: string,
  goName: string,
  data: object,
) {
  return { Name, HelpText, Required, Type, Data: withGoName(data, goName) };
}
