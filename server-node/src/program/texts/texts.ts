import type {
  Act,
  DueViewName,
  ListedState,
  RepeatFrom,
  Taken,
  TAKEN_BY,
  TodoState,
  Verb,
  WeekdayName,
} from '../../contract/vocabulary.ts';
import type { WallClock } from '../../dates/moment-of.ts';
import type { ClockHours } from '../../dates/in-words/when-words.ts';
import type { TypedSetting, ValuedSetting } from '../settings/read-setting.ts';
import type { Section } from '../../living-posts/channel-list-text.ts';
import type { Undone } from '../../todos/ports.ts';
import type { Entered } from '../../living-posts/ports.ts';
import type { NotPosted } from '../../living-posts/post-list.ts';
import type { Pace } from '../../digest/paces.ts';
import type { Snooze } from '../../replies/press-act.ts';
import type { RefusedCommand, RefusedLine } from '../refused.ts';

/**
 * All that the program and the bot say in one language. Markdown. What comes in as `word`, `text`, `line` and `rest`
 * is a person's own and has to be quoted; a `row` is Markdown already. The verbs are English in every language. What a
 * person may type is shown by `typed`, in all but the help, which says where it is typed.
 */
export interface Texts {
  help: {
    title: string;
    verbs: Readonly<Record<Verb, string>>;
    /** Where else the lists are. */
    places: string;
    /** `words`: other words for the same verb, quoted. */
    also: (words: readonly string[]) => string;
  };
  /** What Mattermost shows while `/todo` is typed; plain text. */
  completion: {
    /** `verbs`: the names of those that work on to-dos. */
    about: (verbs: string) => string;
    hint: string;
    verbs: Readonly<Record<Verb, string>>;
    /** In the place of what may follow a verb. */
    hints: {
      setting: string;
      text: string;
      notes: string;
      when: string;
      search: string;
      number: string;
      verb: string;
      line: string;
      people: string;
      person: string;
      reason: string;
      words: string;
    };
    whatIsToBeDone: string;
    whatToNote: string;
    whenItIs: string;
    whoIsAsked: string;
    whoDoesIt: string;
    whyNot: string;
    whichWasSent: string;
    oneOf: Readonly<Record<SuggestedState, string>>;
    aboutOneVerb: string;
    /** Of `here`, which sends a command to the list of the channel. */
    here: string;
  };
  list: {
    title: Readonly<Record<ListedState, (count: number) => string>>;
    /** Of a later page: which of the open ones it shows, the first one of all being 1. */
    titleOfPage: (count: number, from: number, to: number) => string;
    nothing: Readonly<Record<ListedState, string>>;
    found: (word: string, count: number) => string;
    /** `line`: the whole line as it was typed. */
    notFound: (word: string, line: string) => string;
    /** No line of an external program has this word. */
    noLine: (word: string, line: string) => string;
    /** In place of the rows that do not fit. */
    more: (count: number) => string;
  };
  change: {
    happened: Readonly<Record<Act, string>>;
    /** What was taken back; where nobody knows it any more `happened` says that something was. */
    undone: Readonly<Record<Undone, string>>;
    wasSo: Readonly<Record<Act, string>>;
    oneRow: (title: string, row: string) => string;
    rows: (title: string, rows: string) => string;
    /** After an undo nobody can know the state from the verb alone. */
    rowWithState: (row: string, state: TodoState) => string;
    /** Before the next one of a to-do that repeats. */
    next: string;
    undoBringsBack: string;
    /** After a to-do that reads as if it should be sent to somebody, whose name has no sign. */
    unsentTo: (username: string) => string;
    /** After a to-do that reads as if it should answer a request, of which it gives words in place of the number. */
    unanswered: (answer: { verb: 'accept' | 'decline'; number: number }) => string;
  };
  when: {
    /** Of a to-do whose date was taken away. */
    noDate: string;
    /** When something is due, seen from `today`: `tomorrow 17:00`. */
    date: (due: WallClock, today: string) => string;
    /** A time of day such as `17:00`, by the reader's clock. */
    time: (time: string) => string;
    /** An RRULE: `every Friday`. */
    rule: (rule: string, from: RepeatFrom) => string;
    overdue: (date: string) => string;
    /** `10 minutes before`. */
    before: (minutes: number) => string;
    /** As `before` or `date` say them, with commas; empty for none. */
    reminders: (reminders: string) => string;
    /** After a date that was read out of a text. */
    readFromText: string;
    /** Where words could mean another date as well as the one that was taken. */
    couldBe: (others: string) => string;
    /** Of what somebody has that is due. */
    title: Readonly<Record<DueViewName, (count: number) => string>>;
    nothing: Readonly<Record<DueViewName, string>>;
  };
  /** One to-do, shown whole. */
  whole: {
    addedBy: (name: string) => string;
    /** Where notes were taken away. */
    noNotes: string;
    /** In the place of so many characters of notes. */
    moreNotes: (count: number) => string;
  };
  explain: Explained & {
    meaning: (line: string, meaning: string) => string;
    notUnderstood: (reason: string) => string;
    /** The two ways to stand for `which`, with the space that may be needed around them. */
    theRow: (row: string) => string;
    /** `shown`: the first of `count` numbers. */
    theNumbers: (count: number, shown: readonly (string | number)[]) => string;
  };
  notes: {
    handledBefore: string;
    /** On `open`, where nothing can be opened. */
    whereSidebarIs: string;
    answerFollows: string;
    lookLater: string;
    /** To whoever sent a command that proves too little: it says nothing of the answer. */
    botAnswers: string;
    /** Below an answer about the list of the channel in which one typed. */
    inThisChannel: string;
    tooFast: string;
    /** `trace`: how to find it in the log. */
    failed: (trace: string) => string;
    messageFailed: (trace: string) => string;
    /** For whoever writes to the bot for the first time. */
    welcome: string;
    /** Answers a later greeting, with one line of what can be written. */
    greeting: string;
    /** Answers thanks. */
    youAreWelcome: string;
    /** Where `this` was written that has nothing to stand for. */
    whatThisIs: string;
    /** Follows the help where `text` was taken for a question. */
    keepAsTodo: (text: string) => string;
  };
  reminder: {
    /** Of one message about so many to-dos. */
    title: (count: number) => string;
    /** `when` as {@link Texts.when} has it. */
    due: (when: string) => string;
    wasDue: (when: string) => string;
    /** Of the link to the message that a to-do was made from. */
    message: string;
    /** Instead of the text of a to-do, where nobody can say who may read it. */
    unseen: string;
    snoozed: (row: string, when: string) => string;
    labels: Readonly<Record<Snooze | 'snooze' | 'other', string>>;
    /** Of Mattermost's dialog. */
    form: {
      title: string;
      submit: string;
      day: string;
      time: string;
      timeHelp: string;
      notUnderstood: string;
    };
  };
  /** In the thread of a message, of what was made of it. */
  toldThread: {
    /** `row` null: others must not read what it says. */
    done: (name: string, row: string | null) => string;
  };
  digest: {
    title: string;
    overdue: string;
    today: string;
    allDone: string;
    /** How many others are open, without a date or due later. */
    others: (count: number) => string;
    /** `pace`: one of {@link paces}, or days; `at`: a time of day. */
    comes: (pace: string, at: string) => string;
    /** What a button says that makes it so. */
    paces: Readonly<Record<Pace, string>>;
    /** `pace`: one of {@link paces}; `at`: a time of day. */
    paceSet: (pace: string, at: string) => string;
    turnedOff: string;
  };
  /** The list of a channel, posted there and kept true. */
  livingPost: {
    title: (count: number) => string;
    nothing: string;
    /** Above the rows, where any of them has a date. */
    sections: Readonly<Record<Section, string>>;
    /** All that the message says from then on. */
    ended: string;
    /** `url`: of the message that took its place. */
    movedTo: (url: string) => string;
    /** To whoever asked for it; `none`: there was none to be ended. */
    happened: Readonly<Record<'posted' | 'follows' | 'ended' | 'none', string>>;
    /** Why the bot does not hear its name where it posted the list. */
    notHeard: Readonly<Record<Exclude<Entered, 'inside'>, string>>;
    notPosted: Readonly<Record<NotPosted | 'no_channel', string>>;
  };
  settings: {
    title: string;
    howToSet: string;
    set: string;
    off: string;
    on: string;
    /** Who may ask somebody to do something. */
    fromAll: string;
    nobody: string;
    names: Readonly<Record<TypedSetting, string>>;
    days: (days: readonly WeekdayName[]) => string;
    /** On how many hours a clock counts. */
    hours: (hours: ClockHours) => string;
    /** So long before a to-do with a time of day is due. */
    before: (minutes: number) => string;
    /** When a to-do that is due on a day is reminded of. */
    onDay: (clock: string) => string;
    unknown: (word: string) => string;
    /** `value` is none for this setting. */
    wrong: Readonly<Record<ValuedSetting, (value: string) => string>>;
  };
  /** What one person asks of others. Names have an `@` before them: `@bob`. */
  people: {
    /** Whoever is gone, or could not be looked up. */
    somebody: string;
    you: string;
    nobody: string;
    /** Before what was sent. */
    sentTo: (names: readonly string[]) => string;
    /** Before what was sent to them and is no more. */
    sendingUndone: (names: readonly string[]) => string;
    from: (name: string) => string;
    /** `state`: one of {@link states}; `reason`: the receiver's own words, empty for none. */
    became: (name: string, state: string, reason: string) => string;
    states: Readonly<Record<'waiting' | 'accepted' | 'declined' | 'done', string>>;
    /** What became of what somebody was asked, beside {@link states}. */
    takenBack: string;
    /** Beside what is asked of somebody once more. */
    askedAgain: string;
    sentOn: (name: string) => string;
    notThere: string;
    /** Of all that waits for somebody's answer. */
    requests: (count: number) => string;
    noRequests: string;
    /** How to answer, with the number of one that waits. */
    answerThem: (number: number) => string;
    sent: (count: number) => string;
    nothingSent: string;
    mine: (count: number) => string;
    nothingMine: string;
    /** Of the bot's message about so many new requests. */
    asks: (count: number) => string;
    /** Of the bot's message about what became of so many. */
    answers: (count: number) => string;
    /** In the place of requests that were answered or taken back. */
    allAnswered: string;
    labels: {
      accept: string;
      decline: string;
      answer: string;
      others: string;
      takeBack: string;
      takeBackOne: string;
    };
    /** Of Mattermost's dialog: title and labels of at most 24 characters. */
    declineForm: { title: string; submit: string; reason: string; reasonHelp: string };
  };
  /** What is pressed, and what whoever pressed alone reads; labels are plain text, a word or two. */
  press: {
    labels: {
      undo: string;
      done: string;
      reopen: string;
      /** In a select of to-dos. */
      which: string;
      /** In a select of to-dos that are ticked by choosing. */
      tick: string;
      /** Opens {@link addForm}. */
      addTodo: string;
      /** Opens {@link editForm}. */
      edit: string;
      /** Carries out the line that is explained above it. */
      doIt: string;
      /** Of the pages of a list. */
      next: string;
      previous: string;
    };
    /** Of Mattermost's dialog: title and labels of at most 24 characters. */
    addForm: {
      title: string;
      submit: string;
      text: string;
      textHelp: string;
      day: string;
      time: string;
      timeHelp: string;
      list: string;
      /** Of a field in which a channel is looked for, in one's own list. */
      channelHelp: string;
      /** Of the list below which the dialog was asked for, and of one's own. */
      thisList: string;
      ownList: string;
      noSuchList: string;
      /** Of a field in which somebody is looked for who is asked to do it. */
      person: string;
      personHelp: string;
      noSuchPerson: string;
    };
    /** Likewise; what is not here has the words of {@link addForm}. */
    editForm: { title: string; submit: string; notes: string };
    /** `row`: the to-do as it is now, with its state. */
    changedSince: (row: string) => string;
    tooOld: string;
    notForYou: string;
    /** Made by somebody else, or copied to another message. */
    notOurs: string;
    /** Made by us, below a message that is not ours or that the bot may not read. */
    notSeen: string;
    /** Made by a newer version of the backend. */
    newer: string;
  };
  line: Sayings<RefusedLine>;
  /** What is not here is told by the error's own message. */
  errors: ErrorsThatOffer & Partial<Errors>;
}

/** What one may name by its number. */
export type SuggestedState = ListedState | 'waiting';

/** In a language other than that of the errors' own messages. */
export type TranslatedTexts = Texts & { errors: Errors };

type Errors = Sayings<RefusedCommand> & Readonly<Record<ToldByCode, string>>;

/** Those that offer a command, which is written in another way on each surface, or name somebody. */
type ErrorsThatOffer = Pick<
  Sayings<RefusedCommand>,
  | 'none_contains'
  | 'ambiguous'
  | 'wrong_date'
  | 'remind_when'
  | 'program_has_no_verb'
  | 'own_list_only'
  | 'changed_only_here'
  | 'none_sent'
  | 'several_sent'
  | 'went_away'
  | 'asked_too_often'
  | 'inbox_full'
>;

/** What a command would do, said with the parts that its verb takes. */
interface Explanations extends Record<Taken, unknown> {
  /** `when`: empty where there is no date. */
  text: (text: string, when: string) => string;
  search: (text: string) => string;
  one: (which: string) => string;
  open: (which: string) => string;
  done: (which: string) => string;
  open_and_text: (which: string, text: string) => string;
  /** `notes`: empty where they are taken away. */
  open_and_notes: (which: string, notes: string) => string;
  open_and_when: (which: string, when: string) => string;
  people_and_text: (names: readonly string[], text: string, when: string) => string;
  open_and_person: (which: string, person: string) => string;
  request: (which: string) => string;
  request_and_reason: (which: string, reason: string) => string;
  sent: (which: string) => string;
  setting: (words: string) => string;
  nothing: string;
  pinned: (isPinned: boolean) => string;
  alone: string;
  verb: string;
  line: string;
}
export type Explained = { readonly [Name in Verb]: Explanations[(typeof TAKEN_BY)[Name]] };

/** One sentence for each kind, made from its facts. */
export type Sayings<Refused extends { kind: string }> = {
  readonly [Kind in Refused['kind']]: (facts: Extract<Refused, { kind: Kind }>) => string;
};

/** What may reach a person without further facts. All other codes are for programs and operators: in English. */
export const TOLD_BY_CODE = [
  'todo_not_found',
  'not_found',
  'list_forbidden',
  'list_archived',
  'program_busy',
  'too_many_requests',
  'mattermost_unavailable',
  'store_unavailable',
  'store_full',
  'store_damaged',
  'stopping',
] as const;
export type ToldByCode = (typeof TOLD_BY_CODE)[number];
