import {
  dynamicArgument,
  listArgument,
  textArgument,
  type AutocompleteData,
  type Command,
} from 'mattermost-plugin-host';
import { PLUGIN_PATH, SUGGESTIONS_PATH } from '../contract/paths.ts';
import { VERBS } from '../program/grammar/verbs.ts';

export const TRIGGER = 'todo';

/** Below the plugin's path, which Mattermost puts in front. */
const suggestions = (state: 'open' | 'done') => `${SUGGESTIONS_PATH.slice(PLUGIN_PATH.length + 1)}/${state}`;
/** Nodes without it are shown to administrators only. */
const RoleID = 'system_user';
const DESCRIPTION = 'Your to-dos: add, list, done, reopen, edit, delete, undo.';

const verb = (
  Trigger: string,
  Hint: string,
  HelpText: string,
  ...Arguments: Argument[]
): AutocompleteData => ({
  Trigger,
  Hint,
  HelpText,
  RoleID,
  Arguments,
});
type Argument = NonNullable<AutocompleteData['Arguments']>[number];

const which = (state: 'open' | 'done', HelpText: string) =>
  dynamicArgument({ HelpText, FetchURL: suggestions(state), Required: true });
const TEXT = textArgument({ Hint: '[text]', HelpText: 'What is to be done', Required: true });

/** Every verb with its hints, and one's own to-dos where a number is wanted. */
const TREE: AutocompleteData = {
  Trigger: TRIGGER,
  Hint: '[what is to be done, or a verb]',
  HelpText: DESCRIPTION,
  RoleID,
  SubCommands: [
    verb('add', '[text]', 'Add a to-do; “add” may be left out', TEXT),
    verb('list', '[word or done]', 'Show open to-dos, those with a word, or the done ones'),
    verb('done', '[number]', 'Tick to-dos: 2, or 2 4-6, or a word', which('open', 'Which to-do is done')),
    verb('reopen', '[number]', 'Open a done to-do again', which('done', 'Which to-do to open again')),
    verb('edit', '[number] [text]', 'Give a to-do a new text', which('open', 'Which to-do to edit'), TEXT),
    verb('delete', '[number]', 'Delete to-dos', which('open', 'Which to-do to delete')),
    verb('undo', '', 'Take back your last change'),
    verb(
      'help',
      '[verb]',
      'Show what can be written',
      listArgument({ HelpText: 'About one verb', Items: VERBS.map((Item) => ({ Item })) }),
    ),
    verb('explain', '[line]', 'Say how a line is understood, and do nothing', TEXT),
  ],
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
