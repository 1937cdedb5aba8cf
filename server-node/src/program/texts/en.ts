import { inRows } from '../answers/rows.ts';
import type { WrongDate } from '../../dates/facts.ts';
import { enWords } from '../../dates/in-words/en.ts';
import { dateInWords, ruleInWords, timeInWords, type ClockHours } from '../../dates/in-words/when-words.ts';
import type { Missed } from '../grammar/later-words.ts';
import { quote } from '../../shared/quote.ts';
import { stateNamedAfter } from '../grammar/verbs.ts';
import type { RefusedCommand } from '../refused.ts';
import type { Texts } from './texts.ts';
import { unitOf } from './unit-of.ts';
import type { Typed } from './typed.ts';

const NUMBERS_HINT = 'Numbers are written like `2`, `2 5` or `4-6`.';

/** The way out for text that happens to begin with a verb. */
const addInstead = (typed: Typed, line: string): string =>
  `To add it as a to-do write ${typed(`add ${line}`)}.`;

const more = (count: number): string => `… and ${count} more`;

const MISSED: Readonly<Record<Missed, string>> = {
  set: 'nothing was set, and nothing was added',
  changed: 'nothing was changed',
};

/** A word alone does not say which to-do. */
const ambiguous = (typed: Typed, { why, word, rows, total, example }: Facts<'ambiguous'>): string => {
  const reason = {
    several: `More than one to-do has the word ${quote(word)}. Take the number`,
    begins: `No to-do has the word ${quote(word)}; what only begins so was left alone. Take the number`,
    deletes: `Nothing was deleted: \`delete\` takes numbers. These have ${quote(word)}; write the number`,
  }[why];
  const instance = example === undefined ? '' : `, for instance ${typed(example)}`;
  return `${reason}${instance}:\n${inRows(rows, more, total)}`;
};

const ats = (names: readonly string[]): string[] => names.map((name) => `@${name}`);

const conjunction = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names);

type Facts<Kind> = Extract<RefusedCommand, { kind: Kind }>;

const WEEKDAY_NAMES = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

export const numbersMovedInEnglish = ({ rows }: { rows: readonly string[] }): string =>
  `Nothing was changed: the numbers may be others than those you saw. Now they are:\n${inRows(rows, more)}\n` +
  'If you mean these, write the same again.';

const WRONG: Readonly<Record<WrongDate, string>> = {
  no_such_day: 'there is no such day',
  no_such_time: 'there is no such time of day',
  no_such_year: 'years have four digits',
  too_often: 'at most once a day can be repeated',
  never: 'it would never come',
  no_date: 'expected for instance `friday`, `tomorrow 17:00`, `2026-12-04` or `none`',
};

/** The largest unit that says it whole. */
function spanOf(minutes: number): string {
  const [size, unit] = unitOf(minutes);
  const count = minutes / size;
  return `${count} ${{ week: 'week', day: 'day', hour: 'hour', minute: 'minute' }[unit]}${count === 1 ? '' : 's'}`;
}

/** Other errors are in English already. */
export const en = (typed: Typed, hours: ClockHours): Texts => ({
  help: {
    title: '**To-dos: what you can write** after `/todo`, or after the word that calls the bot',
    verbs: {
      add: '`add Buy milk`, or just `Buy milk`: adds a to-do. `add` is needed only for a text that begins with one of these words.',
      list: '`list`, or nothing at all: shows the open to-dos with their numbers. `list milk` shows those with a word that begins with “milk”, `list done` the done ones.',
      show: '`show 3`: shows all there is to a to-do: its notes, date, reminders, who has it and who made it.',
      done: '`done 2`, `done 2 4-6`: ticks to-dos, `done all` all of them. `done milk` ticks the one open to-do with the word “milk”.',
      reopen: '`reopen 2`: opens a done to-do again.',
      edit: '`edit 3 Buy oat milk`: gives a to-do a new text.',
      note: '`note 3 Ask at the counter`: gives a to-do notes, in the place of those that it has; `note 3 none` takes them away.',
      delete: '`delete 2`, `delete 2 4-6`: deletes to-dos. `delete milk` shows which numbers that would be.',
      due: '`due 3 friday`, `due 3-5 tomorrow 17:00`, `due 3 every monday`: says when to-dos are due; `due 3 none` takes the date away. A date in the text of a new to-do is read as well: `Buy milk tomorrow 5pm`, `Gym every mon, wed and fri at 7am`. Words in "quotes" stay text. Next friday is the one of the next week, friday the coming one; a weekend is its Saturday, the end of a month its last day. An hour without am or pm is in the afternoon from 1 to 6, in the morning from 7 to 12. Morning is 9:00, afternoon 15:00, evening and tonight 19:00, night 21:00. Every other friday is every two weeks, every 3rd friday once a month.',
      remind:
        '`remind 3 in 2 hours`, `remind 3 30 minutes before`: reminds you by a message; `remind 3 none` no longer. `remind me to call Bob at 15:00` adds a to-do as well.',
      snooze: '`snooze 3 tomorrow`: moves when a to-do is due. One that repeats is moved this once.',
      skip: '`skip 3`: goes on to the next date of a to-do that repeats.',
      send: '`send @bob Review the plan friday`: asks somebody to do it, who gets it as a request; `send @bob @carol …` asks each of them. What you have sent is under `sent`.',
      assign:
        '`assign 3 @bob`: sends a to-do of your list to somebody; in a channel it says who does it, and `assign 3 none` that nobody does.',
      take: '`take 3`: in a channel, you do it.',
      requests: '`requests`: what others ask of you.',
      accept: '`accept 3`, `accept all`: takes requests into your list.',
      decline:
        '`decline 3 no time this week`: refuses a request, and says why. `done 3` is an answer as well.',
      sent: '`sent`: what you asked of others, and what became of it.',
      takeback: '`takeback plan`: takes back what you sent, while it waits or when it was declined.',
      bump: '`bump plan`: asks again, once a day.',
      mine: '`mine`: all that you have to do, in your list and in channels.',
      today: '`today`: what is due today, and what is overdue.',
      tomorrow: '`tomorrow`: what is due tomorrow.',
      overdue: '`overdue`: what should have been done by now.',
      week: '`week`: what is due within seven days, and what is overdue.',
      agenda: '`agenda`: all that has a date, soonest first.',
      settings:
        '`settings`: shows your time zone, reminders, quiet hours, overview and who may send you to-dos; `settings digest 8:30 weekdays`, `settings quiet 22:00-7:00`, `settings remind 10 minutes`, `settings requests off`, `settings block @bob`, `settings reaction :pushpin:`, `settings thread on` set them.',
      undo: '`undo`: takes back your last change in this list; again, the one before.',
      post: '`post`, in a channel as `/todo here post`: has me post its list there, kept up to date, with buttons to tick and to add; `post pinned` pins it as well. Again, it is posted anew below all else.',
      unpost: '`unpost`, as `/todo here unpost`: ends that.',
      open: '`open`: opens the sidebar, in the browser and in the desktop app.',
      help: '`help`: shows this. `help done` shows one line of it.',
      explain:
        '`explain done 2 4-6`: says how a line is understood and which to-dos it would hit, and does nothing.',
    },
    places:
      'After `/todo`, and in a message to the bot, this is your own list. A channel has a list of its own: ' +
      'in the sidebar, with `/todo here Buy bread` and `/todo here done 3`, with `@todo Buy bread` where the bot is in the ' +
      'channel, and after the word `todo` where that is set up.',
    also: (words) => ` Also: ${words.join(', ')}.`,
  },
  completion: {
    about: (verbs) => `Your to-dos: ${verbs}.`,
    hint: '[what is to be done, or a verb]',
    verbs: {
      add: 'Add a to-do; “add” may be left out',
      list: 'Show open to-dos, those with a word, or the done ones',
      show: 'Show all there is to a to-do, with its notes',
      done: 'Tick to-dos: 2, or 2 4-6, or all, or a word',
      reopen: 'Open a done to-do again',
      edit: 'Give a to-do a new text',
      note: 'Give a to-do notes, or take them away: none',
      delete: 'Delete to-dos, by their numbers',
      due: 'Say when to-dos are due, or that they are not: none',
      remind: 'Be reminded: in 2 hours, 30 minutes before, or none',
      snooze: 'Move when a to-do is due; its rule stays',
      skip: 'Go on to the next date of a to-do that repeats',
      send: 'Ask people to do something: @bob Review the plan',
      assign: 'Send a to-do to somebody: 3 @bob; in a channel, say who does it',
      take: 'Do a to-do of the channel yourself',
      requests: 'Show what others ask of you',
      accept: 'Take requests into your list',
      decline: 'Refuse a request: 3 and why',
      sent: 'Show what you asked of others',
      takeback: 'Take back what you sent to others',
      bump: 'Ask again for what you sent to others',
      mine: 'Show all that you have to do, in channels too',
      today: 'Show what is due today',
      tomorrow: 'Show what is due tomorrow',
      overdue: 'Show what is overdue',
      week: 'Show what is due within seven days',
      agenda: 'Show all that has a date',
      settings: 'Show or set time zone, reminders, quiet hours, overview',
      undo: 'Take back your last change',
      post: 'Post the list of this channel here, kept up to date',
      unpost: 'No longer keep the posted list up to date',
      open: 'Open the sidebar',
      help: 'Show what can be written',
      explain: 'Say how a line is understood, and do nothing',
    },
    hints: {
      setting: '[setting] [value]',
      text: '[text]',
      notes: '[notes]',
      when: '[when]',
      search: '[word or done]',
      number: '[number]',
      verb: '[verb]',
      line: '[line]',
      people: '[@name @name]',
      person: '[@name]',
      reason: '[why]',
      words: '[@name] [words]',
    },
    whenItIs: 'When: friday, tomorrow 17:00, every monday, none',
    whoIsAsked: 'Who is asked to do it: @bob @carol',
    whoDoesIt: 'Who is to do it: @bob, me, none',
    whyNot: 'Why not; may be left out',
    whichWasSent: 'Words of what you sent, or to whom',
    whatIsToBeDone: 'What is to be done',
    whatToNote: 'The notes, or none',
    oneOf: {
      open: 'One of the open to-dos',
      done: 'One of the done to-dos',
      waiting: 'One of those that wait for your answer',
    },
    here: 'To-dos of this channel',
    aboutOneVerb: 'About one verb',
  },
  list: {
    title: { open: (count) => `**${count} open**`, done: (count) => `**${count} done**` },
    titleOfPage: (count, from, to) => `**${count} open**, ${from} to ${to}`,
    nothing: {
      open: `Nothing to do. Add a to-do with ${typed('add Buy milk')}.`,
      done: `Nothing is done yet. Tick a to-do with ${typed('done')} and its number.`,
    },
    found: (word, count) => `**${count} open** with ${quote(word)}`,
    notFound: (word, line) =>
      `No open to-do in this list contains ${quote(word)}. ${addInstead(typed, line)}`,
    noLine: (word, line) => `Nothing in this list contains ${quote(word)}. ${addInstead(typed, line)}`,
    more,
  },
  change: {
    happened: {
      add: 'Added',
      edit: 'Changed',
      done: 'Done',
      reopen: 'Open again',
      delete: 'Deleted',
      undo: 'Undone',
      due: 'Due date',
      snooze: 'Snoozed',
      skip: 'Skipped to the next date',
      remind: 'Reminders',
      assign: 'Assigned',
      accept: 'Accepted',
      decline: 'Declined',
      take_back: 'Back in your list',
      bump: 'Asked again',
    },
    undone: {
      add: 'Adding undone',
      edit: 'Change undone',
      notes: 'Change of the notes undone',
      done: 'Completing undone',
      reopen: 'Reopening undone',
      delete: 'Deleting undone',
      undo: 'Undone',
      due: 'Change of the date undone',
      snooze: 'Snoozing undone',
      skip: 'Skipping undone',
      remind: 'Change of the reminders undone',
      assign: 'Assigning undone',
      accept: 'Accepting undone',
      decline: 'Declining undone',
      take_back: 'Taking back undone',
      bump: 'Asking again undone',
    },
    wasSo: {
      add: 'There already',
      edit: 'That was so already',
      done: 'Done already',
      reopen: 'Open already',
      delete: 'Deleted already',
      undo: 'As before already',
      due: 'That was its date already',
      snooze: 'That was its date already',
      skip: 'That was its date already',
      remind: 'Nothing to change in its reminders',
      assign: 'Assigned so already',
      accept: 'Accepted already',
      decline: 'Declined already',
      take_back: 'In your list already',
      bump: 'Asked again already',
    },
    oneRow: (title, row) => `${title}: ${row}`,
    rows: (title, rows) => `${title}:\n${rows}`,
    rowWithState: (row, state) => `${row} (is ${state})`,
    next: 'Next',
    undoBringsBack: `${typed('undo')} takes this back.`,
    unsentTo: (username) =>
      `It was not sent to anybody. To send it, begin with ${typed(`send @${username}`)}; ${typed('undo')} takes this one back.`,
    unanswered: ({ verb, number }) =>
      `No request was answered. To answer it, type ${typed(`${verb} ${number}`)}; ${typed('undo')} takes this one back.`,
  },
  when: {
    noDate: 'no date',
    date: (due, today) => dateInWords(enWords, due, today, hours),
    time: (time) => timeInWords(enWords, time, hours),
    rule: (rule, from) => ruleInWords(enWords, rule, from),
    overdue: (date) => `**overdue: ${date}**`,
    before: (minutes) => (minutes === 0 ? 'when it is due' : `${spanOf(minutes)} before`),
    reminders: (reminders) => (reminders === '' ? 'no reminder' : `reminder: ${reminders}`),
    readFromText: `Not meant as a date? ${typed('undo')} takes it back, and words in "quotes" stay text.`,
    couldBe: (others) => `It could also have been ${others}.`,
    title: {
      today: (count) => `**Due today: ${count}**`,
      tomorrow: (count) => `**Due tomorrow: ${count}**`,
      overdue: (count) => `**Overdue: ${count}**`,
      week: (count) => `**Due within seven days: ${count}**`,
      agenda: (count) => `**Coming up: ${count}**`,
    },
    nothing: {
      today: 'Nothing is due today.',
      tomorrow: 'Nothing is due tomorrow.',
      overdue: 'Nothing is overdue.',
      week: 'Nothing is due within seven days.',
      agenda: 'Nothing has a date.',
    },
  },
  whole: {
    addedBy: (name) => `added by ${name}`,
    noNotes: 'no notes',
    moreNotes: (count) => `… and ${count} more characters`,
  },
  explain: {
    meaning: (line, meaning) => `${quote(line)}: ${meaning}\nNothing was done.`,
    notUnderstood: (reason) => `not understood. ${reason}`,
    add: (text, when) => `adds ${quote(text)}${when === '' ? '' : `, due ${when}`}.`,
    list: (text) => (text === '' ? 'shows the open to-dos.' : `shows the to-dos for ${quote(text)}.`),
    show: (which) => `shows all there is to ${which}.`,
    done: (which) => `ticks ${which}.`,
    reopen: (which) => `opens ${which} again.`,
    delete: (which) => `deletes ${which}.`,
    edit: (which, text) => `changes the text of ${which} to ${quote(text)}.`,
    note: (which, notes) =>
      notes === '' ? `takes away the notes of ${which}.` : `sets the notes of ${which} to ${quote(notes)}.`,
    due: (which, when) => (when === '' ? `takes away the date of ${which}.` : `makes ${which} due: ${when}.`),
    remind: (which, when) => `changes the reminders of ${which}: ${when}.`,
    snooze: (which, when) => `moves ${which} to ${when}.`,
    skip: (which) => `goes on to the next date of ${which}.`,
    send: (names, text, when) =>
      `asks ${conjunction(names)} to do ${quote(text)}${when === '' ? '' : `, due ${when}`}.`,
    assign: (which, person) => `gives ${which} to ${person}.`,
    take: (which) => `gives ${which} to you.`,
    requests: 'shows what others ask of you.',
    accept: (which) => `accepts ${which}.`,
    decline: (which, reason) => `declines ${which}${reason === '' ? '' : ` and says ${quote(reason)}`}.`,
    sent: 'shows what you asked of others.',
    takeback: (which) => `takes ${which} back.`,
    bump: (which) => `asks again for ${which}.`,
    mine: 'shows all that you have to do.',
    today: 'shows what is due today.',
    tomorrow: 'shows what is due tomorrow.',
    overdue: 'shows what is overdue.',
    week: 'shows what is due within seven days.',
    agenda: 'shows all that has a date.',
    settings: (words) => (words === '' ? 'shows your settings.' : `sets ${quote(words)} in your settings.`),
    undo: 'takes back your last change in this list.',
    post: (isPinned) =>
      `posts the list in its channel${isPinned ? ', pinned' : ''}, and keeps it up to date there.`,
    unpost: 'no longer keeps the posted list up to date.',
    open: 'opens the sidebar.',
    help: 'shows help.',
    explain: 'explains the rest of the line.',
    theRow: (row) => row,
    theNumbers: (count, shown) =>
      `${count} to-dos: **${shown.join(', ')}**${count > shown.length ? ' and more' : ''}`,
  },
  notes: {
    handledBefore: 'This message was handled before, so nothing was done.',
    whereSidebarIs:
      'The sidebar opens with the check-box icon beside the channel, or with `/todo open`, in the browser and in the ' +
      'desktop app. The mobile app has none: there `/todo` shows your list.',
    answerFollows: 'Still working on it; the answer follows.',
    lookLater: `Still working on it. Type ${typed('list')} in a moment to see the result.`,
    inThisChannel: '_In the list of this channel._',
    botAnswers: 'The answer is in your direct messages, from the bot.',
    tooFast:
      'That was faster than I can read. This message was not read, nor are others until I have caught up.',
    failed: (trace) =>
      `Something went wrong in the to-do backend. Its log has the details under this request id. (${trace})`,
    messageFailed: (trace) =>
      `Something went wrong, and your message may not have been carried out. The log has the details (${trace}).`,
    welcome: [
      'Hello! I keep your to-dos. Write to me, for instance:',
      `- ${typed('Buy milk')}: adds a to-do to your list, which nobody else sees`,
      `- ${typed('list')}: shows what is open, with numbers`,
      `- ${typed('done 1')}: ticks number 1`,
      '',
      `${typed('help')} shows everything that can be written.`,
    ].join('\n'),
    greeting: `Hello! Write what is to be done, for instance ${typed('Buy milk')}, or ${typed('help')}.`,
    youAreWelcome: 'You’re welcome!',
    whatThisIs: 'In a thread `this` means its first message; here there is none that I can read.',
    keepAsTodo: (text) => `To keep your message as a to-do write ${typed(`add ${text}`)}.`,
  },
  reminder: {
    title: (count) => (count === 1 ? '**Reminder**' : `**${count} reminders**`),
    due: (when) => `due ${when}`,
    wasDue: (when) => `was due ${when}`,
    message: 'message',
    unseen: '_in a channel that I am not in: open it to see what this is about_',
    snoozed: (row, when) => `Snoozed until ${when}: ${row}`,
    labels: {
      snooze: 'Snooze…',
      minutes15: '15 minutes',
      hour: '1 hour',
      evening: 'This evening',
      tomorrow: 'Tomorrow',
      week: 'Next week',
      other: 'Another time…',
    },
    form: {
      title: 'Snooze',
      submit: 'Snooze',
      day: 'Day',
      time: 'Time',
      timeHelp: 'For instance 9:00 or 5pm.',
      notUnderstood: 'Write a day and a time, for instance tomorrow and 9:00.',
    },
  },
  toldThread: {
    done: (name, row) =>
      row === null ? `${name} has done the to-do made of this message.` : `Done by ${name}: ${row}`,
  },
  digest: {
    title: '**Your to-dos**',
    overdue: '**Overdue**',
    today: '**Today**',
    allDone: 'Nothing left for today.',
    others: (count) => `${count} more ${count === 1 ? 'is' : 'are'} open in your list.`,
    comes: (pace, at) => `_Overview: ${pace}, ${at}_`,
    paces: { daily: 'Every day', weekdays: 'Weekdays', weekly: 'Mondays', off: 'Turn off' },
    paceSet: (pace, at) => `Overviews from now on: ${pace} (${at}).`,
    turnedOff: 'You get no more overviews.',
  },
  livingPost: {
    title: (count) => `**To-dos of this channel: ${count}**`,
    nothing: 'Nothing to do.',
    sections: {
      overdue: '**Overdue**',
      today: '**Today**',
      upcoming: '**Upcoming**',
      noDate: '**No date**',
    },
    ended: `The list that stood here is kept up to date no longer. ${typed('post')} posts it anew.`,
    movedTo: (url) => `The list that stood here goes on in [a newer message](${url}).`,
    happened: {
      posted: 'The list is posted, and I keep it up to date.',
      follows: 'Mattermost does not take it just now; the list follows as soon as it does.',
      ended: 'The list that was posted here is kept up to date no longer.',
      none: 'No list that is kept up to date is posted here, so nothing was done.',
    },
    notHeard: {
      outside:
        'I could not enter this channel, so `@todo` is answered here only once somebody adds me with `/invite` and my name.',
      by_nobody:
        'Nobody can add me to direct and group messages, so `@todo` is not answered here; `/todo here` is.',
    },
    notPosted: {
      may_not: 'You may not post in this channel, so nothing was done.',
      archived: 'This channel is archived, so nothing can be posted in it.',
      unseen:
        'I may not post in this channel. Add me to it with `/invite` and my name, then ask again; to direct and group messages nobody can add me.',
      handled_before: 'This was handled before, so nothing was done.',
      no_channel: 'This posts the list of a channel. Write `/todo here post` in that channel.',
    },
  },
  settings: {
    title: '**Your settings**',
    howToSet: `For instance ${typed('settings digest 8:30 weekdays')}, ${typed('settings quiet 22:00-7:00')}, ${typed('settings remind off')}, ${typed('settings zone default')}, ${typed('settings requests off')}, ${typed('settings block @bob')}.`,
    set: 'Set:',
    off: 'off',
    on: 'on',
    fromAll: 'from people of your teams',
    nobody: 'nobody',
    names: {
      zone: 'Time zone',
      week: 'The week begins on',
      clock: 'Clock',
      remind: 'Reminders',
      quiet: 'Quiet hours',
      digest: 'Overview',
      requests: 'To-dos from others',
      block: 'Blocked',
      reaction: 'Reaction that adds a message',
      thread: 'Tell the thread what is done',
    },
    days: (days) => days.map((day) => WEEKDAY_NAMES[day]).join(', '),
    before: (minutes) => (minutes === 0 ? 'when it is due' : `${spanOf(minutes)} before it is due`),
    hours: (hours) => `${hours} hours`,
    onDay: (at) => `at ${at} on the day`,
    unknown: (word) =>
      `There is no setting ${quote(word)}; there are \`zone\`, \`week\`, \`clock\`, \`remind\`, \`quiet\`, \`digest\`, \`requests\`, \`block\`, \`reaction\` and \`thread\`. Nothing was set.`,
    wrong: {
      zone: (value) =>
        `There is no time zone ${quote(value)}. Write one such as ${typed('settings zone Europe/Berlin')}. Nothing was set.`,
      week: (value) =>
        `${quote(value)} is no day of the week. Write one such as ${typed('settings week monday')}. Nothing was set.`,
      clock: (value) =>
        `${quote(value)} is no clock. Write ${typed('settings clock 24')}, ${typed('settings clock 12')} or ${typed('settings clock default')}. Nothing was set.`,
      remind: (value) =>
        `${quote(value)} does not say when to remind. Write ${typed('settings remind 10 minutes')}, ${typed('settings remind 9:00')} or ${typed('settings remind off')}. Nothing was set.`,
      quiet: (value) =>
        `${quote(value)} are no quiet hours. Write them like ${typed('settings quiet 22:00-7:00')}, or ${typed('settings quiet off')}. Nothing was set.`,
      digest: (value) =>
        `${quote(value)} does not say when. Write ${typed('settings digest 8:30 weekdays')}, or ${typed('settings digest off')}. Nothing was set.`,
      requests: (value) =>
        `${quote(value)} is neither on nor off. Write ${typed('settings requests off')} or ${typed('settings requests on')}. Nothing was set.`,
      reaction: (value) =>
        `${quote(value)} is no name of an emoji. Write it as Mattermost does, such as ${typed('settings reaction :pushpin:')}, or ${typed('settings reaction off')}. Nothing was set.`,
      thread: (value) =>
        `${quote(value)} is neither on nor off. Write ${typed('settings thread on')} or ${typed('settings thread off')}. Nothing was set.`,
    },
  },
  people: {
    somebody: 'somebody',
    you: 'you',
    nobody: 'nobody',
    sentTo: (names) => `Sent to ${conjunction(names)}`,
    sendingUndone: (names) => `Sending to ${conjunction(names)} undone`,
    from: (name) => `from ${name}`,
    became: (name, state, reason) => `${name}: ${state}${reason === '' ? '' : ` (${reason})`}`,
    states: { waiting: 'waiting', accepted: 'accepted', declined: 'declined', done: 'done' },
    takenBack: 'taken back',
    askedAgain: 'asked again',
    sentOn: (name) => `sent on to ${name}`,
    notThere: 'not there any more',
    requests: (count) => `**${count} ${count === 1 ? 'request waits' : 'requests wait'} for you**`,
    noRequests: 'Nobody waits for an answer of yours.',
    answerThem: (number) =>
      `${typed(`accept ${number}`)} takes one into your list, ${typed(`decline ${number}`)} with a reason refuses it, ${typed(`done ${number}`)} says that it is done.`,
    sent: (count) => `**Sent: ${count}**`,
    nothingSent: `You asked nobody for anything lately. Ask with ${typed('send @bob Review the plan')}.`,
    mine: (count) => `**${count} to do**`,
    nothingMine: 'You have nothing to do.',
    asks: (count) => (count === 1 ? '**A request**' : `**${count} requests**`),
    answers: (count) => (count === 1 ? '**News of what you sent**' : `**News of ${count} that you sent**`),
    allAnswered: 'Nothing here waits for you any more.',
    labels: {
      accept: 'Accept',
      decline: 'Decline…',
      answer: 'Answer…',
      others: 'The others…',
      takeBack: 'Take back…',
      takeBackOne: 'Take back',
    },
    declineForm: {
      title: 'Decline',
      submit: 'Decline',
      reason: 'Why',
      reasonHelp: 'Whoever asked reads it. It may be left out.',
    },
  },
  press: {
    labels: {
      undo: 'Undo',
      done: 'Done',
      reopen: 'Open again',
      which: 'Which one?',
      tick: 'Done…',
      addTodo: 'Add…',
      edit: 'Edit…',
      doIt: 'Do it',
      next: 'Next page',
      previous: 'Previous page',
    },
    addForm: {
      title: 'New to-do',
      submit: 'Add',
      text: 'What is to be done',
      textHelp: 'As you would write it after /todo.',
      day: 'Due',
      time: 'Time',
      timeHelp: 'For instance 17:00. Words will do, too: friday 5pm, every monday.',
      list: 'List',
      channelHelp: 'A channel, when it is for its list. Left empty: your own.',
      thisList: 'This list',
      ownList: 'My to-dos',
      noSuchList: 'This is no channel. Choose one, or leave it empty for your own list.',
      person: 'For',
      personHelp: 'Who is asked to do it; in the list of a channel it is assigned. May be left empty.',
      noSuchPerson: 'This is nobody that can be found. Choose somebody, or leave it empty.',
    },
    editForm: { title: 'Edit to-do', submit: 'Save', notes: 'Notes' },
    changedSince: (row) => `This was changed in the meantime, so nothing was done. Now it is: ${row}`,
    tooOld: 'This button is too old, so nothing was done.',
    notForYou: 'This is for somebody else to press, so nothing was done.',
    notOurs: 'This button is not one that I made for this message, so nothing was done.',
    notSeen:
      'I cannot see this message, or it is not mine, so nothing was done. If I was removed from the channel, add me again with `/invite` and my name, then press once more.',
    newer:
      'The to-do backend that got this does not know the button yet: an update is under way. Nothing was done; try again in a moment.',
  },
  line: {
    text_missing: () => `Say what to add, for instance ${typed('add Buy milk')}.`,
    which_missing: ({ verb }) =>
      `Say which to-do, for instance ${typed(`${verb} 2`)}, ${typed(`${verb} 2 4-6`)} or ${typed(`${verb} milk`)}.`,
    request_missing: ({ verb }) =>
      `Say which request, for instance ${typed(`${verb} 2`)} or ${typed(verb === 'accept' ? 'accept all' : 'decline 2 no time this week')}. ${typed('requests')} shows them.`,
    new_text_missing: () => `Say which to-do and its new text, for instance ${typed('edit 3 Buy oat milk')}.`,
    new_notes_missing: () =>
      `Say which to-do and its notes, for instance ${typed('note 3 Ask at the counter')} or ${typed('note 3 none')}.`,
    which_and_when_missing: ({ verb }) =>
      `Say which to-do and when, for instance ${typed(`${verb} 3 tomorrow 17:00`)} or ${typed(`${verb} 3 none`)}.`,
    person_missing: ({ verb }) =>
      `Say who, for instance ${typed(verb === 'send' ? 'send @bob Review the plan' : `${verb} 3 @bob`)}.`,
    task_missing: ({ verb, names }) =>
      `Say what ${conjunction(ats(names))} should do, for instance ${typed(`${verb} ${ats(names).join(' ')} Review the plan`)}.`,
    assigns_one: ({ names }) =>
      `One to-do goes to one person; got ${conjunction(ats(names))}. To ask several write ${typed(`send ${ats(names).join(' ')} Review the plan`)}.`,
    too_many_people: ({ limit, count }) =>
      `At most ${limit} people can be asked at once; got ${count}. Nothing was sent.`,
    sent_missing: ({ verb }) =>
      `Say which of those that you sent, by a word of it or by whom it was sent to, for instance ${typed(`${verb} plan`)} or ${typed(`${verb} @bob`)}.`,
    search_too_long: ({ limit, length, line }) =>
      `At most ${limit} characters are looked for; got ${length}. ${addInstead(typed, line)}`,
    no_such_help: ({ rest }) => `There is no help on ${quote(rest)}. ${addInstead(typed, `help ${rest}`)}`,
    undo_takes_nothing: ({ rest }) =>
      `\`undo\` takes back your last change and needs nothing after it; got ${quote(rest)}. ${addInstead(typed, `undo ${rest}`)}`,
    not_yet: ({ word, rest, missed }) =>
      `There is no \`${word}\` here yet: ${MISSED[missed]}. To keep the line as a to-do write ${typed(`add ${word} ${rest}`)}.`,
    reminds_you_alone: ({ name, what, line }) =>
      `I remind you alone: ${MISSED.set}. To ask somebody to do it write ${typed(`send ${name} ${what || 'Review the plan'}`)}. To keep the line as a to-do write ${typed(`add ${line}`)}.`,
    not_here: () =>
      'With `here` a command works on the list of the channel in which you type it: `/todo here Buy bread`. Here no ' +
      'channel is known, so nothing was done. To keep the line as a to-do put `add` before it.',
    not_all: ({ verb }) =>
      `\`${verb} all\` is not done, lest a slip of the hand does it. Write the numbers, for instance ${typed(`${verb} 1-9`)}` +
      (verb === 'delete' ? `; ${typed('done all')} ticks all open to-dos.` : '.'),
    no_number: ({ token }) => `${quote(token)} is no number or range. ${NUMBERS_HINT}`,
    below_one: ({ token }) => `Numbers start at 1; got ${quote(token)}. ${NUMBERS_HINT}`,
    too_many_numbers: ({ limit }) => `At most ${limit} to-dos can be named at once. Name fewer of them.`,
    word_too_long: ({ limit, numbers, length }) =>
      `A to-do is named by its number or by at most ${limit} characters of its text, ` +
      `and up to ${numbers} at once; got ${length} characters. ${NUMBERS_HINT}`,
    only_one: ({ verb, count }) => `\`${verb}\` takes one to-do at a time; got ${count} numbers.`,
  },
  errors: {
    own_list_only: ({ verb }) =>
      `\`${verb}\` is about what concerns you alone, and this is a list of several people. Write it after \`/todo\`, without \`here\`, or to the bot.`,
    changed_only_here: () =>
      `You have changed nothing in your own list that could be undone. ${typed('here undo')} takes back your last change in the list of this channel.`,
    none_sent: ({ verb, words, line }) =>
      `No request of yours that ${verb === 'bump' ? 'waits for an answer' : 'waits for an answer or was declined'} contains ${quote(words)}. ${typed('sent')} shows what became of each. ${verb === 'bump' ? addInstead(typed, line) : ''}`.trim(),
    several_sent: ({ verb, words, rows, total }) =>
      `Several that you sent could be meant by ${typed(`${verb} ${words}`)}. Write more words of one, or the name first:\n${inRows(rows, more, total)}`,
    went_away: ({ missing, name, isBack }) => {
      const which = Number(missing) > 0 ? `To-do ${missing}` : 'The to-do';
      const what = isBack
        ? `taken back by ${name ?? 'the person who asked for it'}`
        : `sent to ${name ?? 'somebody else'}`;
      return `${which} was ${what}, and is not in this list any more. Nothing was changed.`;
    },
    asked_too_often: ({ max, name = 'one person' }) =>
      `At most ${max} of your requests to ${name} may wait for an answer. Wait for some, or take some back. Nothing was changed.`,
    inbox_full: ({ max, name = 'one person' }) =>
      `At most ${max} requests may wait for ${name}, and as many do. Nothing was changed.`,
    none_contains: ({ verb, word, line }) =>
      `No ${stateNamedAfter(verb)} to-do in this list contains ${quote(word)}. ${NUMBERS_HINT} ${addInstead(typed, line)}`,
    ambiguous: (facts) => ambiguous(typed, facts),
    remind_when: ({ text }) =>
      `Say when to remind you, for instance ${typed(`remind me to ${text} tomorrow 9:00`)}. Nothing was added.`,
    wrong_date: ({ wrong, words }) =>
      `${quote(words)} is no date: ${WRONG[wrong]}. Nothing was changed. Words in "quotes" are kept as text.`,
    program_has_no_verb: ({ program, verb }) =>
      `\`${program}\` has no \`${verb}\`. ${typed('help')} shows what it has.`,
  },
});
