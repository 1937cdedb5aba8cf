import { TAKEN_BY, VERBS, type Taken } from '../../contract/vocabulary.ts';
import type { UserId } from '../../shared/ids.ts';
import type { WrongDate } from '../../dates/facts.ts';
import type { Explained, TranslatedTexts } from './texts.ts';

/** For each text that is a function the arguments of one or more calls; the compiler insists on all of them. */
type SamplesOf<T> = T extends (...args: infer Args) => string
  ? readonly [Args, ...Args[]]
  : { readonly [Key in keyof T as T[Key] extends string ? never : Key]: SamplesOf<T[Key]> };

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => 100 + at);

/** By what a verb takes; those that take nothing a person could write are no functions. */
const EXPLAINED: Partial<Record<Taken, readonly (string | boolean)[][]>> = {
  text: [
    ['milk', '731'],
    ['milk', ''],
  ],
  search: [['milk'], ['']],
  open: [['which']],
  done: [['which']],
  open_and_text: [['which', 'milk']],
  open_and_when: [['which', '731']],
  setting: [['milk'], ['']],
  pinned: [[true], [false]],
};
const explained: unknown = Object.fromEntries(VERBS.map((verb) => [verb, EXPLAINED[TAKEN_BY[verb]]]));
const CANDIDATES = { rows: ['**7** a', '**8** b'], total: 9 };

const wrongDate = (wrong: WrongDate) => [{ kind: 'wrong_date', wrong, words: '31 February' }] as [never];

export const SAMPLES: SamplesOf<TranslatedTexts> = {
  help: { verbs: {}, also: [[['`milk`', '`tea`']]] },
  completion: { about: [['add, done']], verbs: {}, hints: {}, oneOf: {} },
  list: {
    title: { open: [[731]], done: [[731]] },
    titleOfPage: [[731, 126, 150]],
    nothing: {},
    found: [['milk', 731]],
    notFound: [['milk', 'ls milk']],
    noLine: [['milk', 'ls milk']],
    more: [[731]],
  },
  change: {
    happened: {},
    wasSo: {},
    oneRow: [['Title', '**7** milk']],
    rows: [['Title', '**7** milk\n**8** bread']],
    rowWithState: [
      ['**7** milk', 'open'],
      ['**7** milk', 'done'],
      ['**7** milk', 'deleted'],
      ['**7** milk', 'waiting'],
      ['**7** milk', 'declined'],
    ],
  },
  when: {
    date: [['2026-11-29', '2026-11-29']],
    time: [['17:00']],
    rule: [['FREQ=DAILY', 'due']],
    overdue: [['731']],
    before: [[7]],
    reminders: [['731']],
    couldBe: [['731']],
    title: { today: [[731]], tomorrow: [[731]], overdue: [[731]], week: [[731]], agenda: [[731]] },
    nothing: {},
  },
  explain: {
    meaning: [['milk', 'meaning']],
    notUnderstood: [['reason']],
    ...(explained as SamplesOf<Explained>),
    theRow: [['**7** milk']],
    theNumbers: [
      [3, numbers(3)],
      [731, numbers(20)],
    ],
  },
  notes: { failed: [['trace']], messageFailed: [['trace']], keepAsTodo: [['milk']] },
  reminder: {
    title: [[731]],
    due: [['tomorrow 17:00']],
    wasDue: [['tomorrow 17:00']],
    snoozed: [['**7** milk', 'tomorrow 17:00']],
    labels: {},
    form: {},
  },
  digest: {
    others: [[1], [731]],
    comes: [['Weekdays', '08:30']],
    paces: {},
    paceSet: [['Weekdays', '08:30']],
  },
  livingPost: {
    title: [[0], [731]],
    sections: {},
    movedTo: [['https://chat.example.com/_redirect/pl/x']],
    happened: {},
    notPosted: {},
  },
  settings: {
    names: {},
    days: [[['MO']]],
    before: [[43]],
    hours: [[12], [24]],
    onDay: [['09:00']],
    unknown: [['milk']],
    wrong: {
      zone: [['milk']],
      week: [['milk']],
      clock: [['milk']],
      remind: [['milk']],
      quiet: [['milk']],
      digest: [['milk']],
      requests: [['milk']],
    },
  },
  press: { labels: {}, addForm: {}, changedSince: [['**7** milk']] },
  line: {
    text_missing: [[{ kind: 'text_missing' }]],
    which_missing: [[{ kind: 'which_missing', verb: 'reopen' }]],
    new_text_missing: [[{ kind: 'new_text_missing' }]],
    which_and_when_missing: [[{ kind: 'which_and_when_missing', verb: 'snooze' }]],
    search_too_long: [[{ kind: 'search_too_long', limit: 200, length: 731, line: 'ls milk' }]],
    no_such_help: [[{ kind: 'no_such_help', rest: 'milk' }]],
    undo_takes_nothing: [[{ kind: 'undo_takes_nothing', rest: 'milk' }]],
    not_here: [[{ kind: 'not_here' }]],
    not_yet: [
      [{ kind: 'not_yet', word: 'send', rest: '@bob milk', missed: 'told' }],
      [{ kind: 'not_yet', word: 'notify', rest: 'summary off', missed: 'set' }],
      [{ kind: 'not_yet', word: 'inbox', rest: '', missed: 'shown' }],
      [{ kind: 'not_yet', word: 'redo', rest: '', missed: 'changed' }],
    ],
    not_all: [[{ kind: 'not_all', verb: 'delete' }], [{ kind: 'not_all', verb: 'reopen' }]],
    no_number: [[{ kind: 'no_number', token: '7-8-9' }]],
    below_one: [[{ kind: 'below_one', token: '0' }]],
    too_many_numbers: [[{ kind: 'too_many_numbers', limit: 500 }]],
    word_too_long: [[{ kind: 'word_too_long', limit: 200, numbers: 500, length: 731 }]],
    edits_one: [[{ kind: 'edits_one', count: 731 }]],
  },
  errors: {
    text_empty: [[{ kind: 'text_empty' }]],
    text_too_long: [
      [{ kind: 'text_too_long', part: 'text', max: 400, length: 731 }],
      [{ kind: 'text_too_long', part: 'notes', max: 400, length: 731 }],
      [{ kind: 'text_too_long', part: 'reason', max: 400, length: 731 }],
    ],
    nothing_to_edit: [[{ kind: 'nothing_to_edit' }]],
    none_named: [[{ kind: 'none_named' }]],
    none_open: [[{ kind: 'none_open' }]],
    not_in_list: [[{ kind: 'not_in_list', missing: [731, 732] }]],
    went_away: [
      [{ kind: 'went_away', missing: 731, toId: 'bob' as UserId, isBack: true }],
      [{ kind: 'went_away', missing: 'id', toId: 'bob' as UserId, isBack: false }],
    ],
    deleted: [[{ kind: 'deleted', numbers: [731, 732] }], [{ kind: 'deleted', numbers: [0] }]],
    other_version: [[{ kind: 'other_version', number: 731, expected: 11, version: 12 }]],
    list_full: [[{ kind: 'list_full', max: 731, openCount: 732 }]],
    wrong_rule: [
      [{ kind: 'wrong_rule', why: 'unreadable', rule: 'FREQ=731' }],
      [{ kind: 'wrong_rule', why: 'too_often', rule: 'FREQ=731' }],
      [{ kind: 'wrong_rule', why: 'never', rule: 'FREQ=731' }],
    ],
    is_over: [[{ kind: 'is_over', at: '2026-12-04' }]],
    not_repeating: [[{ kind: 'not_repeating', number: 731 }]],
    rule_ends: [[{ kind: 'rule_ends', number: 731 }]],
    needs_due: [[{ kind: 'needs_due', number: 731 }]],
    too_long_before: [[{ kind: 'too_long_before', max: 401, minutes: 731 }]],
    too_many_reminders: [[{ kind: 'too_many_reminders', max: 10, number: 731 }]],
    changed_nothing: [[{ kind: 'changed_nothing' }]],
    no_such_change: [[{ kind: 'no_such_change' }]],
    not_your_change: [[{ kind: 'not_your_change' }]],
    undone_already: [[{ kind: 'undone_already' }]],
    is_an_undo: [[{ kind: 'is_an_undo' }]],
    changed_since: [[{ kind: 'changed_since', number: 731 }], [{ kind: 'changed_since', number: 0 }]],
    only_receiver: [[{ kind: 'only_receiver' }]],
    answered_already: [[{ kind: 'answered_already', state: 'open' }]],
    not_sent: [[{ kind: 'not_sent', number: 731 }]],
    answer_first: [[{ kind: 'answer_first', number: 731 }]],
    accept_first: [[{ kind: 'accept_first', number: 731 }]],
    not_a_request: [[{ kind: 'not_a_request', number: 731 }]],
    decline_instead: [[{ kind: 'decline_instead', number: 731 }]],
    not_open: [[{ kind: 'not_open', number: 731 }]],
    bumped_lately: [[{ kind: 'bumped_lately' }]],
    asked_too_often: [[{ kind: 'asked_too_often', max: 731, receiverId: 'bob' as UserId }]],
    inbox_full: [[{ kind: 'inbox_full', max: 731, receiverId: 'bob' as UserId }]],
    next_since: [
      [{ kind: 'next_since', number: 731, became: 'done' }],
      [{ kind: 'next_since', number: 731, became: 'deleted' }],
      [{ kind: 'next_since', number: 731, became: 'changed' }],
    ],
    none_contains: [
      [{ kind: 'none_contains', verb: 'delete', word: 'milk', line: 'delete milk' }],
      [{ kind: 'none_contains', verb: 'reopen', word: 'milk', line: 'reopen milk' }],
    ],
    ambiguous: [
      [{ kind: 'ambiguous', why: 'several', word: 'milk', ...CANDIDATES, example: 'done 7' }],
      [{ kind: 'ambiguous', why: 'begins', word: 'milk', ...CANDIDATES, example: undefined }],
      [{ kind: 'ambiguous', why: 'deletes', word: 'milk', ...CANDIDATES, example: 'delete 7' }],
    ],
    numbers_moved: [[{ kind: 'numbers_moved', rows: ['**7** a', '**8** b'] }]],
    wrong_date: [wrongDate('no_such_day'), wrongDate('no_date')],
    remind_when: [[{ kind: 'remind_when', text: 'milk' }]],
    no_such_person: [
      [{ kind: 'no_such_person', name: 'bbo', nearest: [] }],
      [{ kind: 'no_such_person', name: 'bbo', nearest: ['bob'] }],
      [{ kind: 'no_such_person', name: 'bbo', nearest: ['bob', 'bobby'] }],
    ],
    deactivated_person: [[{ kind: 'deactivated_person', name: 'bob' }]],
    bot_person: [[{ kind: 'bot_person', name: 'bob' }]],
    far_guest: [[{ kind: 'far_guest', name: 'bob' }]],
    no_shared_team: [[{ kind: 'no_shared_team', name: 'bob' }]],
    takes_no_requests: [[{ kind: 'takes_no_requests', name: 'bob' }]],
    knows_nobody: [[{ kind: 'knows_nobody' }]],
    no_guests: [[{ kind: 'no_guests' }]],
    program_has_no_verb: [[{ kind: 'program_has_no_verb', program: 'todo-txt', verb: 'reopen' }]],
    looks_like_option: [[{ kind: 'looks_like_option', program: 'todo-txt' }]],
    nul_character: [[{ kind: 'nul_character' }]],
    todo_txt_loses_option: [[{ kind: 'todo_txt_loses_option' }]],
    todo_txt_takes_for_done: [[{ kind: 'todo_txt_takes_for_done' }]],
  },
};
