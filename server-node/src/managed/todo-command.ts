import {
  dynamicArgument,
  listArgument,
  textArgument,
  type AutocompleteData,
  type Command,
} from 'mattermost-plugin-host';
import { PLUGIN_PATH, SUGGESTIONS_PATH } from '../contract/paths.ts';
import { TAKEN_BY, VERBS, type Taken, type Verb } from '../contract/vocabulary.ts';
import { HERE } from '../program/grammar/here.ts';
import { ownWordsFor } from '../program/grammar/own-words.ts';
import { WORKING_VERBS } from '../program/grammar/verbs.ts';
import type { Locale } from '../program/texts/locale.ts';
import type { SuggestedState, Texts } from '../program/texts/texts.ts';

export const TRIGGER = 'todo';

/** Below the plugin's path, which Mattermost puts in front. */
const suggestions = (state: SuggestedState) => `${SUGGESTIONS_PATH.slice(PLUGIN_PATH.length + 1)}/${state}`;
/** Nodes without it are shown to administrators only. */
const RoleID = 'system_user';
type Completion = Texts['completion'];
type Argument = NonNullable<AutocompleteData['Arguments']>[number];

/** What may be typed after a verb, by what the verb takes. */
function afterVerbs(completion: Completion) {
  const { hints, whatIsToBeDone, whenItIs, oneOf, aboutOneVerb } = completion;
  const which = (state: SuggestedState) =>
    dynamicArgument({ HelpText: oneOf[state], FetchURL: suggestions(state), Required: true });
  const text = textArgument({ Hint: hints.text, HelpText: whatIsToBeDone, Required: true });
  const notes = textArgument({ Hint: hints.notes, HelpText: completion.whatToNote, Required: true });
  const when = textArgument({ Hint: hints.when, HelpText: whenItIs, Required: true });
  const verbs = listArgument({ HelpText: aboutOneVerb, Items: VERBS.map((Item) => ({ Item })) });
  // Mattermost itself completes names behind an @.
  const people = textArgument({ Hint: hints.people, HelpText: completion.whoIsAsked, Required: true });
  const person = textArgument({ Hint: hints.person, HelpText: completion.whoDoesIt, Required: true });
  // A reason may be left out; Mattermost takes no optional argument but a named one.
  const reason = textArgument({ Hint: hints.reason, HelpText: completion.whyNot, Required: true });
  const sent = textArgument({ Hint: hints.words, HelpText: completion.whichWasSent, Required: true });
  return {
    text: { Hint: hints.text, Arguments: [text] },
    search: { Hint: hints.search },
    one: { Hint: hints.number, Arguments: [which('open')] },
    open: { Hint: hints.number, Arguments: [which('open')] },
    done: { Hint: hints.number, Arguments: [which('done')] },
    open_and_text: { Hint: `${hints.number} ${hints.text}`, Arguments: [which('open'), text] },
    open_and_notes: { Hint: `${hints.number} ${hints.notes}`, Arguments: [which('open'), notes] },
    open_and_when: { Hint: `${hints.number} ${hints.when}`, Arguments: [which('open'), when] },
    people_and_text: { Hint: `${hints.people} ${hints.text}`, Arguments: [people, text] },
    open_and_person: { Hint: `${hints.number} ${hints.person}`, Arguments: [which('open'), person] },
    request: { Hint: hints.number, Arguments: [which('waiting')] },
    request_and_reason: { Hint: `${hints.number} ${hints.reason}`, Arguments: [which('waiting'), reason] },
    sent: { Hint: hints.words, Arguments: [sent] },
    setting: { Hint: hints.setting },
    nothing: { Hint: '' },
    pinned: { Hint: '[pinned]' },
    alone: { Hint: '' },
    verb: { Hint: hints.verb, Arguments: [verbs] },
    line: { Hint: hints.line, Arguments: [text] },
  } satisfies Record<Taken, { Hint: string; Arguments?: Argument[] }>;
}

/** Every verb with its hints, and one's own to-dos where a number is wanted. */
function treeOf(completion: Completion, locale: Locale): AutocompleteData {
  const after = afterVerbs(completion);
  const subCommand = (verb: Verb, Trigger: string = verb): AutocompleteData => ({
    Trigger,
    HelpText: completion.verbs[verb],
    RoleID,
    Arguments: [],
    ...after[TAKEN_BY[verb]],
  });
  const own = VERBS.flatMap((verb) => ownWordsFor(verb, locale).map((word) => subCommand(verb, word)));
  const hereCommand = { Trigger: HERE, HelpText: completion.here, RoleID, ...after.line };
  return {
    Trigger: TRIGGER,
    Hint: completion.hint,
    HelpText: completion.about(WORKING_VERBS),
    RoleID,
    SubCommands: [...VERBS.map((verb) => subCommand(verb)), hereCommand, ...own],
  };
}

/** Mattermost is told of a command once for all people, so the completion is in the language of the site. */
export function todoCommand({ completion }: Pick<Texts, 'completion'>, locale: Locale): Command {
  const description = completion.about(WORKING_VERBS);
  return {
    Trigger: TRIGGER,
    DisplayName: 'Todo',
    Description: description,
    AutoComplete: true,
    AutoCompleteDesc: description,
    AutoCompleteHint: completion.hint,
    AutocompleteData: treeOf(completion, locale),
  };
}

/** What follows `/todo`. Blanks of Chinese and Japanese keyboards count, too. */
export const lineOf = (command: string): string => command.replace(/^\/\S*/u, '').trim();
