import {
  dynamicArgument,
  listArgument,
  textArgument,
  type AutocompleteData,
  type Command,
} from 'mattermost-plugin-host';
import { PLUGIN_PATH, SUGGESTIONS_PATH } from '../contract/paths.ts';
import { TAKEN_BY, VERBS, type ListedState, type Taken, type Verb } from '../contract/vocabulary.ts';
import { COMPLETION } from '../program/texts/en.ts';

export const TRIGGER = 'todo';

/** Below the plugin's path, which Mattermost puts in front. */
const suggestions = (state: ListedState) => `${SUGGESTIONS_PATH.slice(PLUGIN_PATH.length + 1)}/${state}`;
/** Nodes without it are shown to administrators only. */
const RoleID = 'system_user';
/** All verbs but those that are about the others. */
const DESCRIPTION = `Your to-dos: ${VERBS.filter((verb) => verb !== 'help' && verb !== 'explain').join(', ')}.`;

type Argument = NonNullable<AutocompleteData['Arguments']>[number];

const which = (state: ListedState) =>
  dynamicArgument({ HelpText: `One of the ${state} to-dos`, FetchURL: suggestions(state), Required: true });
const TEXT = textArgument({ Hint: '[text]', HelpText: 'What is to be done', Required: true });

/** What may be typed after a verb, by what the verb takes. */
const AFTER: Readonly<Record<Taken, { Hint: string; Arguments?: Argument[] }>> = {
  text: { Hint: '[text]', Arguments: [TEXT] },
  search: { Hint: '[word or done]' },
  open: { Hint: '[number]', Arguments: [which('open')] },
  done: { Hint: '[number]', Arguments: [which('done')] },
  open_and_text: { Hint: '[number] [text]', Arguments: [which('open'), TEXT] },
  nothing: { Hint: '' },
  alone: { Hint: '' },
  verb: {
    Hint: '[verb]',
    Arguments: [listArgument({ HelpText: 'About one verb', Items: VERBS.map((Item) => ({ Item })) })],
  },
  line: { Hint: '[line]', Arguments: [TEXT] },
};

const subCommand = (verb: Verb): AutocompleteData => ({
  Trigger: verb,
  HelpText: COMPLETION[verb],
  RoleID,
  Arguments: [],
  ...AFTER[TAKEN_BY[verb]],
});

/** Every verb with its hints, and one's own to-dos where a number is wanted. */
const TREE: AutocompleteData = {
  Trigger: TRIGGER,
  Hint: '[what is to be done, or a verb]',
  HelpText: DESCRIPTION,
  RoleID,
  SubCommands: VERBS.map(subCommand),
};

export const TODO_COMMAND: Command = {
  Trigger: TRIGGER,
  DisplayName: 'Todo',
  Description: DESCRIPTION,
  AutoComplete: true,
  AutoCompleteDesc: DESCRIPTION,
  AutoCompleteHint: '[what is to be done, or a verb]',
  AutocompleteData: TREE,
};

/** What follows `/todo`. Blanks of Chinese and Japanese keyboards count, too. */
export const lineOf = (command: string): string => command.replace(/^\/\S*/u, '').trim();
