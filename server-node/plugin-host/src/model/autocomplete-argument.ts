import { withGoName } from '../gob/go-named.ts';

interface Named {
  /** Empty for a positional argument: with a name the person types `--name value`. */
  readonly Name?: string;
  readonly HelpText?: string;
  readonly Required?: boolean;
}

/** Free text. A positional one must be `Required`. */
export const textArgument = (argument: Named & { Hint?: string; Pattern?: string }) =>
  withData(argument, 'TextInput', '*model.AutocompleteTextArg', {
    Hint: argument.Hint ?? '',
    Pattern: argument.Pattern ?? '',
  });

export const listArgument = (
  argument: Named & { Items: readonly { Item: string; Hint?: string; HelpText?: string }[] },
) =>
  withData(argument, 'StaticList', '*model.AutocompleteStaticListArg', { PossibleArguments: argument.Items });

/** Suggestions fetched while typing: `FetchURL` answers a JSON list of `{ Item, Hint, HelpText }`. */
export const dynamicArgument = (argument: Named & { FetchURL: string }) =>
  withData(argument, 'DynamicList', '*model.AutocompleteDynamicListArg', { FetchURL: argument.FetchURL });

function withData(
  { Name = '', HelpText = '', Required = false }: Named,
  Type: string,
  goName: string,
  data: object,
) {
  return { Name, HelpText, Required, Type, Data: withGoName(data, goName) };
}
