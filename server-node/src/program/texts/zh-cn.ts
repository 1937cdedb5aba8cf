import { inRows } from '../answers/rows.ts';
import type { TodoState } from '../../contract/vocabulary.ts';
import type { WrongDate } from '../../dates/facts.ts';
import { zhCnWords } from '../../dates/in-words/zh-cn.ts';
import { dateInWords, ruleInWords, timeInWords, type ClockHours } from '../../dates/in-words/when-words.ts';
import type { Missed } from '../grammar/later-words.ts';
import { quote } from '../../shared/quote.ts';
import { stateNamedAfter } from '../grammar/verbs.ts';
import { clock } from './clock.ts';
import { counted } from './counted.ts';
import type { TranslatedTexts } from './texts.ts';
import { unitOf } from './unit-of.ts';
import type { Typed } from './typed.ts';

const NUMBERS_HINT = '编号的写法如 `2`、`2 5` 或 `4-6`。';

const addInstead = (typed: Typed, line: string): string =>
  `如果要把它添加为待办，请输入 ${typed(`add ${line}`)}。`;

const more = (count: number): string => `… 还有 ${count} 项`;

const MISSED: Readonly<Record<Missed, string>> = {
  set: '没有设置任何内容，也没有添加任何内容',
  changed: '没有进行任何更改',
};

const WRONG: Readonly<Record<WrongDate, string>> = {
  no_such_day: '没有这一天',
  no_such_time: '没有这个时刻',
  no_such_year: '年份应为四位数',
  too_often: '最多每天重复一次',
  never: '永远不会到来',
  no_date: '请写成 `周五`、`明天 17:00`、`2026-12-04` 或 `none`',
};

/** The largest unit that says it whole. */
function spanOf(minutes: number): string {
  const [size, unit] = unitOf(minutes);
  return `${minutes / size}${{ week: '周', day: '天', hour: '小时', minute: '分钟' }[unit]}`;
}

const STATES: Readonly<Record<TodoState, string>> = {
  ...{ open: '未完成', done: '已完成', deleted: '已删除', waiting: '等待答复', declined: '已拒绝' },
};

/** At the beginning of a sentence. @param numbers 0 and the like: whoever reads it does not know the number */
const named = (numbers: number | string): string =>
  Number(numbers) > 0 || String(numbers).includes(',') ? `待办 ${numbers} ` : '这项待办';

/** With its text, which is empty where whoever reads it may not know that. */
const namedWithText = (number: number, text: string): string =>
  text === '' ? named(number) : `${number > 0 ? named(number) : '待办 '}${quote(text)} `;

const ats = (names: readonly string[]): string[] => names.map((name) => `@${name}`);

const WEEKDAY_NAMES = { MO: '周一', TU: '周二', WE: '周三', TH: '周四', FR: '周五', SA: '周六', SU: '周日' };

export const zhCn = (typed: Typed, hours: ClockHours): TranslatedTexts => ({
  help: {
    title: '**待办：可以输入的内容**（写在 `/todo` 之后，或写在呼叫机器人的词之后）',
    verbs: {
      add: '`add 买牛奶`，或直接输入 `买牛奶`：添加待办。只有当内容以这里的某个命令开头时，才需要 `add`。',
      list: '`list`，或什么都不输入：显示未完成的待办及其编号。`list 牛奶` 显示包含“牛奶”的待办，`list done` 显示已完成的待办。',
      show: '`show 3`：显示一项待办的全部内容：备注、日期、提醒、由谁来做以及由谁添加。',
      done: '`done 2`、`done 2 4-6`：完成待办，`done all` 完成全部。`done 牛奶` 完成唯一一项包含“牛奶”一词的未完成待办。',
      reopen: '`reopen 2`：把已完成的待办恢复为未完成。',
      edit: '`edit 3 买燕麦奶`：修改待办的内容。',
      note: '`note 3 到前台询问`：设置待办的备注，取代原有的备注；`note 3 none` 删除备注。',
      delete: '`delete 2`、`delete 2 4-6`：删除待办。`delete 牛奶` 会显示相应的编号。',
      due: '`due 3 周五`、`due 3-5 明天 17:00`、`due 3 每周一`：设置待办的日期；`due 3 none` 取消日期。新待办内容中的日期也会被识别：`明天下午5点 买牛奶`、`每周一三五 早上8点 跑步`。放在引号“”中的词会作为内容保留。下周五是下一个自然周（从星期一开始）的星期五，周末是星期六，月底是最后一天。没说上午还是下午时，1 点到 6 点是下午，7 点到 12 点是上午。只写早上是 9:00，下午是 15:00，晚上是 19:00。隔一天就是每两天。',
      remind:
        '`remind 3 2小时后`、`remind 3 提前30分钟`：用消息提醒您；`remind 3 none` 取消提醒。`remind me 15:00 给李雷打电话` 会同时添加待办。',
      snooze: '`snooze 3 明天`：推迟待办。重复的待办只推迟这一次。',
      skip: '`skip 3`：让重复的待办跳到下一次。',
      send: '`send @bob 下周五前审核计划`：请某人做某事，对方会收到一个请求；`send @bob @carol …` 分别请每个人。用 `sent` 查看您发出的请求。',
      assign: '`assign 3 @bob`：把列表中的待办转给某人；在频道中表示由谁来做，`assign 3 none` 表示不指定人。',
      take: '`take 3`：在频道中，由您自己来做。',
      requests: '`requests`：他人请您做的事。',
      accept: '`accept 3`、`accept all`：接受请求，放入您的列表。',
      decline: '`decline 3 这周没有时间`：拒绝请求并说明理由。`done 3` 也算答复。',
      sent: '`sent`：您请他人做的事，以及进展。',
      takeback: '`takeback 计划`：收回您发出的请求，只要它还在等待答复或已被拒绝。',
      bump: '`bump 计划`：再次请求，每天一次。',
      mine: '`mine`：您要做的一切，包括频道中的。',
      today: '`today`：今天到期的和已逾期的待办。',
      tomorrow: '`tomorrow`：明天到期的待办。',
      overdue: '`overdue`：已逾期的待办。',
      week: '`week`：七天内到期的和已逾期的待办。',
      agenda: '`agenda`：所有有日期的待办，最早的在前。',
      settings:
        '`settings`：显示您的时区、提醒、免打扰时段、概览，以及谁可以向您提出请求；用 `settings digest 8:30 工作日`、`settings quiet 22:00-7:00`、`settings remind 10 分钟`、`settings requests off`、`settings block @bob`、`settings reaction :pushpin:`、`settings thread on` 来设置。',
      undo: '`undo`：撤销您在此列表中的上一次更改；再次使用则撤销更早的一次。',
      post: '`post`，在频道中写成 `/todo here post`：由我在频道中发布该频道的列表并保持更新，附有完成和添加的按钮；`post pinned` 同时置顶。再次使用会在最下方重新发布。',
      unpost: '`unpost`，写成 `/todo here unpost`：不再更新。',
      open: '`open`：打开侧边栏（浏览器和桌面应用）。',
      help: '`help`：显示此帮助。`help done` 只显示其中一行。',
      explain: '`explain done 2 4-6`：说明会如何理解这一行、会涉及哪些待办，不执行任何操作。',
    },
    places:
      '在 `/todo` 之后和给机器人的消息中，使用的是您自己的列表。每个频道也有自己的列表：在侧边栏中可以看到，也可以用 `/todo here 买面包` 和 `/todo here done 3`；' +
      '机器人在频道中时，也可以写 `@todo 买面包`；管理员设置后，还可以在频道中以 `todo` 开头输入。',
    also: (words) => `也可以写：${words.join('、')}。`,
  },
  completion: {
    about: (verbs) => `您的待办：${verbs}。`,
    hint: '[要做的事，或一个命令]',
    verbs: {
      add: '添加待办；可以省略“add”',
      list: '显示未完成的待办、包含某个词的待办，或已完成的待办',
      show: '显示一项待办的全部内容，包括备注',
      done: '完成待办：2、2 4-6、all 或一个词',
      reopen: '把已完成的待办恢复为未完成',
      edit: '修改待办的内容',
      note: '设置待办的备注，或用 none 删除',
      delete: '按编号删除待办',
      due: '设置待办的日期，或用 none 取消',
      remind: '设置提醒：2小时后、提前30分钟，或 none',
      snooze: '推迟待办，重复规则不变',
      skip: '让重复的待办跳到下一次',
      send: '请他人做某事：@bob 审核计划',
      assign: '把待办转给某人：3 @bob；在频道中表示由谁来做',
      take: '由您来做频道中的一项待办',
      requests: '显示他人请您做的事',
      accept: '接受请求，放入您的列表',
      decline: '拒绝请求：3 和理由',
      sent: '显示您请他人做的事',
      takeback: '收回您发出的请求',
      bump: '再次请求',
      mine: '显示您要做的一切，包括频道中的',
      today: '显示今天到期的待办',
      tomorrow: '显示明天到期的待办',
      overdue: '显示已逾期的待办',
      week: '显示七天内到期的待办',
      agenda: '显示所有有日期的待办',
      settings: '显示或设置时区、提醒、免打扰时段、概览',
      undo: '撤销您的上一次更改',
      post: '在本频道发布列表并保持更新',
      unpost: '不再更新已发布的列表',
      open: '打开侧边栏',
      help: '显示可以输入的内容',
      explain: '说明会如何理解一行，不执行任何操作',
    },
    hints: {
      setting: '[设置项] [值]',
      text: '[内容]',
      notes: '[备注]',
      when: '[时间]',
      search: '[词，或 done]',
      number: '[编号]',
      verb: '[命令]',
      line: '[一行]',
      people: '[@用户名 @用户名]',
      person: '[@用户名]',
      reason: '[理由]',
      words: '[@用户名] [词]',
    },
    whenItIs: '时间：周五、明天 17:00、每周一、none',
    whoIsAsked: '请谁来做：@bob @carol',
    whoDoesIt: '由谁来做：@bob、me、none',
    whyNot: '理由，可以省略',
    whichWasSent: '您发出的请求中的词，或发给了谁',
    whatIsToBeDone: '要做的事',
    whatToNote: '备注，或 none',
    oneOf: { open: '一项未完成的待办', done: '一项已完成的待办', waiting: '一个等待您答复的请求' },
    here: '本频道的待办',
    aboutOneVerb: '关于一个命令',
  },
  list: {
    title: { open: (count) => `**${count} 项未完成**`, done: (count) => `**${count} 项已完成**` },
    titleOfPage: (count, from, to) => `**${count} 项未完成**，第 ${from} 至 ${to} 项`,
    nothing: {
      open: `没有未完成的待办。用 ${typed('add 买牛奶')} 添加一项。`,
      done: `还没有已完成的待办。用 ${typed('done')} 加编号来完成一项。`,
    },
    found: (word, count) => `**${count} 项未完成**，包含 ${quote(word)}`,
    notFound: (word, line) => `此列表中没有包含 ${quote(word)} 的未完成待办。${addInstead(typed, line)}`,
    noLine: (word, line) => `此列表中没有包含 ${quote(word)} 的内容。${addInstead(typed, line)}`,
    more,
  },
  change: {
    happened: {
      add: '已添加',
      edit: '已修改',
      done: '已完成',
      reopen: '已恢复为未完成',
      delete: '已删除',
      undo: '已撤销',
      due: '已设置日期',
      snooze: '已推迟',
      skip: '已跳到下一次',
      remind: '已更新提醒',
      assign: '已分配',
      accept: '已接受',
      decline: '已拒绝',
      take_back: '已收回到您的列表',
      bump: '已再次请求',
    },
    undone: {
      add: '已撤销添加',
      edit: '已撤销修改',
      notes: '已撤销备注的修改',
      done: '已撤销完成',
      reopen: '已撤销恢复为未完成',
      delete: '已撤销删除',
      undo: '已撤销',
      due: '已撤销日期的修改',
      snooze: '已撤销推迟',
      skip: '已撤销跳到下一次',
      remind: '已撤销提醒的修改',
      assign: '已撤销分配',
      accept: '已撤销接受',
      decline: '已撤销拒绝',
      take_back: '已撤销收回',
      bump: '已撤销再次请求',
    },
    wasSo: {
      add: '已经存在',
      edit: '原本就是这样',
      done: '之前已经完成',
      reopen: '原本就未完成',
      delete: '之前已经删除',
      undo: '已经是之前的状态',
      due: '日期原本就是这样',
      snooze: '日期原本就是这样',
      skip: '日期原本就是这样',
      remind: '提醒无需更改',
      assign: '原本就是这样分配',
      accept: '之前已经接受',
      decline: '之前已经拒绝',
      take_back: '已经在您的列表中',
      bump: '之前已经再次请求',
    },
    oneRow: (title, row) => `${title}：${row}`,
    rows: (title, rows) => `${title}：\n${rows}`,
    rowWithState: (row, state) => `${row}（${STATES[state]}）`,
    next: '下一次',
    undoBringsBack: `用 ${typed('undo')} 可以恢复。`,
    unsentTo: (username) =>
      `没有发给任何人。要发给别人，请以 ${typed(`send @${username}`)} 开头；用 ${typed('undo')} 可以撤销这一项。`,
    unanswered: ({ verb, number }) =>
      `没有答复任何请求。要答复它，请输入 ${typed(`${verb} ${number}`)}；用 ${typed('undo')} 可以撤销这一项。`,
  },
  when: {
    noDate: '没有日期',
    date: (due, today) => dateInWords(zhCnWords, due, today, hours),
    time: (time) => timeInWords(zhCnWords, time, hours),
    rule: (rule, from) => ruleInWords(zhCnWords, rule, from),
    overdue: (date) => `**已逾期：${date}**`,
    before: (minutes) => (minutes === 0 ? '到期时' : `提前${spanOf(minutes)}`),
    reminders: (reminders) => (reminders === '' ? '没有提醒' : `提醒：${reminders}`),
    readFromText: `这不是日期？用 ${typed('undo')} 可以撤销；放在引号“”中的词会作为内容保留。`,
    couldBe: (others) => `也可能是 ${others}。`,
    title: {
      today: (count) => `**今天到期：${count} 项**`,
      tomorrow: (count) => `**明天到期：${count} 项**`,
      overdue: (count) => `**已逾期：${count} 项**`,
      week: (count) => `**七天内到期：${count} 项**`,
      agenda: (count) => `**接下来到期：${count} 项**`,
    },
    nothing: {
      today: '今天没有到期的待办。',
      tomorrow: '明天没有到期的待办。',
      overdue: '没有逾期的待办。',
      week: '七天内没有到期的待办。',
      agenda: '没有带日期的待办。',
    },
  },
  whole: {
    addedBy: (name) => `由 ${name} 添加`,
    noNotes: '没有备注',
    moreNotes: (count) => `… 还有 ${count} 个字符`,
  },
  explain: {
    meaning: (line, meaning) => `${quote(line)}：${meaning}\n没有执行任何操作。`,
    notUnderstood: (reason) => `无法理解。${reason}`,
    add: (text, when) => `添加 ${quote(text)}${when === '' ? '' : `，日期：${when}`}。`,
    list: (text) => (text === '' ? '显示未完成的待办。' : `显示与 ${quote(text)} 相符的待办。`),
    show: (which) => `显示${which}的全部内容。`,
    done: (which) => `将${which}标记为已完成。`,
    reopen: (which) => `将${which}恢复为未完成。`,
    delete: (which) => `将${which}删除。`,
    edit: (which, text) => `将${which}的内容改为 ${quote(text)}。`,
    note: (which, notes) =>
      notes === '' ? `删除${which}的备注。` : `将${which}的备注设为 ${quote(notes)}。`,
    due: (which, when) => (when === '' ? `取消${which}的日期。` : `将${which}的日期设为 ${when}。`),
    remind: (which, when) => `更改${which}的提醒：${when}。`,
    snooze: (which, when) => `将${which}推迟到 ${when}。`,
    skip: (which) => `让${which}跳到下一次。`,
    send: (names, text, when) =>
      `请 ${names.join('、')} 做 ${quote(text)}${when === '' ? '' : `，日期：${when}`}。`,
    assign: (which, person) => `将${which}交给 ${person}。`,
    take: (which) => `将${which}交给您。`,
    requests: '显示他人请您做的事。',
    accept: (which) => `接受${which}。`,
    decline: (which, reason) => `拒绝${which}${reason === '' ? '' : `，理由：${quote(reason)}`}。`,
    sent: '显示您请他人做的事。',
    takeback: (which) => `收回${which}。`,
    bump: (which) => `再次请求${which}。`,
    mine: '显示您要做的一切。',
    today: '显示今天到期的待办。',
    tomorrow: '显示明天到期的待办。',
    overdue: '显示已逾期的待办。',
    week: '显示七天内到期的待办。',
    agenda: '显示所有有日期的待办。',
    settings: (words) => (words === '' ? '显示您的设置。' : `更改您的设置：${quote(words)}。`),
    undo: '撤销您在此列表中的上一次更改。',
    post: (isPinned) => `在频道中发布该频道的列表${isPinned ? '并置顶' : ''}，之后保持更新。`,
    unpost: '不再更新已发布的列表。',
    open: '打开侧边栏。',
    help: '显示帮助。',
    explain: '解释这一行的其余部分。',
    theRow: (row) => `待办 ${row} `,
    theNumbers: (count, shown) =>
      `待办 **${shown.join(', ')}**${count > shown.length ? ' 等' : ''}（共 ${count} 项）`,
  },
  notes: {
    handledBefore: '此消息之前已经处理过，因此没有执行任何操作。',
    whereSidebarIs:
      '在浏览器和桌面应用中，点击频道旁的复选框图标或输入 `/todo open` 可以打开侧边栏。移动应用没有侧边栏：请用 `/todo` 查看您的列表。',
    inThisChannel: '_在本频道的列表中。_',
    answerFollows: '仍在处理，稍后回复。',
    lookLater: `仍在处理。请稍后输入 ${typed('list')} 查看结果。`,
    botAnswers: '机器人已通过私信回复你。',
    tooFast: '您发送得太快，来不及读取。此消息没有被读取；处理完之前的消息前，后面的消息也不会被读取。',
    failed: (trace) => `待办后端出现问题。可在其日志中按此请求 ID 查找详情。（${trace}）`,
    messageFailed: (trace) => `出现问题，您的消息可能没有被执行。详情请查看日志（${trace}）。`,
    welcome: [
      '您好！我来管理您的待办。可以这样写给我：',
      `- ${typed('买牛奶')}：添加到只有您自己能看到的列表`,
      `- ${typed('list')}：显示未完成的待办及其编号`,
      `- ${typed('done 1')}：将 1 号标记为已完成`,
      '',
      `${typed('help')} 显示所有可以输入的内容。`,
    ].join('\n'),
    greeting: `您好！直接写下要做的事即可，例如 ${typed('买牛奶')}，或输入 ${typed('help')}。`,
    youAreWelcome: '不客气！',
    whatThisIs: '在消息串中，`this` 指第一条消息；这里没有我能读取的这样一条消息。',
    keepAsTodo: (text) => `要把这条消息存为待办，请输入 ${typed(`add ${text}`)}。`,
  },
  reminder: {
    title: (count) => (count === 1 ? '**提醒**' : `**${count} 条提醒**`),
    due: (when) => `截止：${when}`,
    wasDue: (when) => `已逾期：${when}`,
    message: '原消息',
    unseen: '_在我未加入的频道中：请打开列表查看内容_',
    snoozed: (row, when) => `已推迟到 ${when}：${row}`,
    labels: {
      snooze: '稍后提醒…',
      minutes15: '15 分钟后',
      hour: '1 小时后',
      evening: '今天晚上',
      tomorrow: '明天',
      week: '下周',
      other: '其他时间…',
    },
    form: {
      title: '稍后提醒',
      submit: '推迟',
      day: '日期',
      time: '时间',
      timeHelp: '例如 9:00 或 下午5点。',
      notUnderstood: '请写明日期和时间，例如“明天”和“9:00”。',
    },
  },
  toldThread: {
    done: (name, row) => (row === null ? `${name} 已完成由此消息创建的待办。` : `${name} 已完成：${row}`),
  },
  digest: {
    title: '**您的待办**',
    overdue: '**已逾期**',
    today: '**今天**',
    allDone: '今天没有剩下的待办。',
    others: (count) => `列表中还有 ${count} 项未完成。`,
    comes: (pace, at) => `_概览：${pace} ${at}_`,
    paces: { daily: '每天', weekdays: '工作日', weekly: '每周一', off: '关闭' },
    paceSet: (pace, at) => `今后的概览：${pace}（${at}）。`,
    turnedOff: '不再发送概览。',
  },
  livingPost: {
    title: (count) => `**本频道的待办：${count} 项**`,
    nothing: '没有未完成的待办。',
    sections: {
      overdue: '**已逾期**',
      today: '**今天**',
      upcoming: '**即将到来**',
      noDate: '**无日期**',
    },
    ended: `这里的列表不再更新。用 ${typed('post')} 可以重新发布。`,
    movedTo: (url) => `这里的列表已移至[较新的消息](${url})。`,
    happened: {
      posted: '列表已发布，我会保持更新。',
      follows: 'Mattermost 暂时无法接收；恢复后会立即发布列表。',
      ended: '这里发布的列表不再更新。',
      none: '这里没有保持更新的列表，因此未执行任何操作。',
    },
    notHeard: {
      outside:
        '我未能进入本频道，所以要等有人用 `/invite` 加我的名字邀请我之后，`@todo` 才会在这里得到回应。',
      by_nobody: '私信和群组消息中无法添加我，所以 `@todo` 在这里得不到回应；请用 `/todo here`。',
    },
    notPosted: {
      may_not: '您不能在此频道发消息，因此未执行任何操作。',
      archived: '此频道已归档，无法在其中发布。',
      unseen:
        '我不能在此频道发消息。请用 `/invite` 加上我的名字邀请我加入，然后重试；私信和群组消息无法邀请我。',
      handled_before: '此请求之前已处理过，因此未执行任何操作。',
      no_channel: '此命令发布频道的列表。请在该频道中输入 `/todo here post`。',
    },
  },
  settings: {
    title: '**您的设置**',
    howToSet: `例如 ${typed('settings digest 8:30 工作日')}、${typed('settings quiet 22:00-7:00')}、${typed('settings remind off')}、${typed('settings zone default')}、${typed('settings requests off')}、${typed('settings block @bob')}。`,
    set: '已设置：',
    off: '关闭',
    on: '开启',
    fromAll: '来自您团队中的人',
    nobody: '没有人',
    names: {
      zone: '时区',
      week: '每周的第一天',
      clock: '时钟',
      remind: '提醒',
      quiet: '免打扰时段',
      digest: '概览',
      requests: '他人的请求',
      block: '已屏蔽',
      reaction: '将消息添加为待办的表情回应',
      thread: '完成时告知消息串',
    },
    days: (days) => days.map((day) => WEEKDAY_NAMES[day]).join('、'),
    before: (minutes) => (minutes === 0 ? '到期时' : `到期前 ${spanOf(minutes)}`),
    hours: (hours) => `${hours} 小时制`,
    onDay: (at) => `当天 ${at}`,
    unknown: (word) =>
      `没有 ${quote(word)} 这个设置项；可用的有 \`zone\`、\`week\`、\`clock\`、\`remind\`、\`quiet\`、\`digest\`、\`requests\`、\`block\`、\`reaction\` 和 \`thread\`。未做任何更改。`,
    wrong: {
      zone: (value) =>
        `没有 ${quote(value)} 这个时区。请写成 ${typed('settings zone Asia/Shanghai')}。未做任何更改。`,
      week: (value) => `${quote(value)} 不是星期几。请写成 ${typed('settings week 周一')}。未做任何更改。`,
      clock: (value) =>
        `${quote(value)} 不是时钟格式。请写成 ${typed('settings clock 24')}、${typed('settings clock 12')} 或 ${typed('settings clock default')}。未做任何更改。`,
      remind: (value) =>
        `${quote(value)} 没有说明何时提醒。请写成 ${typed('settings remind 10 分钟')}、${typed('settings remind 9:00')} 或 ${typed('settings remind off')}。未做任何更改。`,
      quiet: (value) =>
        `${quote(value)} 不是一个时段。请写成 ${typed('settings quiet 22:00-7:00')} 或 ${typed('settings quiet off')}。未做任何更改。`,
      digest: (value) =>
        `${quote(value)} 没有说明时间。请写成 ${typed('settings digest 8:30 工作日')} 或 ${typed('settings digest off')}。未做任何更改。`,
      requests: (value) =>
        `${quote(value)} 既不是 on 也不是 off。请写成 ${typed('settings requests off')} 或 ${typed('settings requests on')}。未做任何更改。`,
      reaction: (value) =>
        `${quote(value)} 不是表情的名称。请按 Mattermost 的写法，例如 ${typed('settings reaction :pushpin:')}，或 ${typed('settings reaction off')}。未做任何更改。`,
      thread: (value) =>
        `${quote(value)} 既不是 on 也不是 off。请写成 ${typed('settings thread on')} 或 ${typed('settings thread off')}。未做任何更改。`,
    },
  },
  people: {
    somebody: '某人',
    you: '您',
    nobody: '无人',
    sentTo: (names) => `已发给 ${names.join('、')}`,
    sendingUndone: (names) => `已撤销发给 ${names.join('、')}`,
    from: (name) => `来自 ${name}`,
    became: (name, state, reason) => `${name}：${state}${reason === '' ? '' : `（${reason}）`}`,
    states: { waiting: '等待答复', accepted: '已接受', declined: '已拒绝', done: '已完成' },
    takenBack: '已收回',
    askedAgain: '再次请求',
    sentOn: (name) => `已转给 ${name}`,
    notThere: '已不存在',
    requests: (count) => `**${count} 个请求等待您答复**`,
    noRequests: '没有请求等待您答复。',
    answerThem: (number) =>
      `用 ${typed(`accept ${number}`)} 接受，用 ${typed(`decline ${number}`)} 加理由拒绝，用 ${typed(`done ${number}`)} 表示已经完成。`,
    sent: (count) => `**已发出：${count} 项**`,
    nothingSent: `您最近没有请他人做什么。可以输入 ${typed('send @bob 审核计划')}。`,
    mine: (count) => `**要做的：${count} 项**`,
    nothingMine: '您没有要做的事。',
    asks: (count) => (count === 1 ? '**请求**' : `**${count} 个请求**`),
    answers: (count) => (count === 1 ? '**您发出的请求有了答复**' : `**您发出的 ${count} 个请求有了答复**`),
    allAnswered: '这里已经没有等待您答复的请求。',
    labels: {
      accept: '接受',
      decline: '拒绝…',
      answer: '答复…',
      others: '其他请求…',
      takeBack: '收回…',
      takeBackOne: '收回',
    },
    declineForm: {
      title: '拒绝请求',
      submit: '拒绝',
      reason: '理由',
      reasonHelp: '提出请求的人会看到。可以不填。',
    },
  },
  press: {
    labels: {
      undo: '撤销',
      done: '完成',
      reopen: '恢复为未完成',
      which: '哪一个？',
      tick: '完成…',
      addTodo: '添加…',
      edit: '编辑…',
      doIt: '执行',
      next: '下一页',
      previous: '上一页',
    },
    addForm: {
      title: '新待办',
      submit: '添加',
      text: '要做什么',
      textHelp: '写法与 /todo 后面的内容相同。',
      day: '截止日期',
      time: '时间',
      timeHelp: '例如 17:00。也可以用文字写：周五下午5点、每周一。',
      list: '列表',
      channelHelp: '要放进某个频道的列表时，选择该频道。留空则为您自己的列表。',
      thisList: '此列表',
      ownList: '我的待办',
      noSuchList: '这不是频道。请选择一个频道，或留空以使用您自己的列表。',
      person: '由谁来做',
      personHelp: '请谁来做；在频道的列表中则分配给此人。可以留空。',
      noSuchPerson: '找不到此人。请选择一个人，或留空。',
    },
    editForm: { title: '编辑待办', submit: '保存', notes: '备注' },
    changedSince: (row) => `这条待办在此期间被改动过，所以什么都没做。现在是：${row}`,
    tooOld: '这个按钮太旧了，所以什么都没做。',
    notForYou: '这个按钮是给别人按的，所以什么都没做。',
    notOurs: '这个按钮不是我为这条消息做的，所以什么都没做。',
    notSeen:
      '我看不到这条消息，或者它不是我发的，所以什么都没做。如果我已被移出本频道，请用 `/invite` 加上我的名字重新邀请我，然后再按一次。',
    newer: '收到这次点击的后端还不认识这个按钮：正在更新中。什么都没做，请稍后再试。',
  },
  line: {
    text_missing: () => `请说明要添加什么，例如 ${typed('add 买牛奶')}。`,
    which_missing: ({ verb }) =>
      `请说明是哪一项待办，例如 ${typed(`${verb} 2`)}、${typed(`${verb} 2 4-6`)} 或 ${typed(`${verb} 牛奶`)}。`,
    request_missing: ({ verb }) =>
      `请说明是哪个请求，例如 ${typed(`${verb} 2`)} 或 ${typed(verb === 'accept' ? 'accept all' : 'decline 2 这周没时间')}。用 ${typed('requests')} 查看所有请求。`,
    new_text_missing: () => `请说明是哪一项待办以及新的内容，例如 ${typed('edit 3 买燕麦奶')}。`,
    new_notes_missing: () =>
      `请说明是哪一项待办以及备注，例如 ${typed('note 3 到前台询问')} 或 ${typed('note 3 none')}。`,
    which_and_when_missing: ({ verb }) =>
      `请说明是哪一项待办以及时间，例如 ${typed(`${verb} 3 明天 17:00`)} 或 ${typed(`${verb} 3 none`)}。`,
    person_missing: ({ verb }) =>
      `请说明是谁，例如 ${typed(verb === 'send' ? 'send @bob 审核计划' : `${verb} 3 @bob`)}。`,
    task_missing: ({ verb, names }) =>
      `请说明要 ${ats(names).join('、')} 做什么，例如 ${typed(`${verb} ${ats(names).join(' ')} 审核计划`)}。`,
    assigns_one: ({ names }) =>
      `一项待办只能交给一个人，您写了 ${ats(names).join('、')}。要请多个人，请输入 ${typed(`send ${ats(names).join(' ')} 审核计划`)}。`,
    too_many_people: ({ limit, count }) =>
      `一次最多可以请 ${limit} 个人，您写了 ${count} 个。没有发出任何请求。`,
    sent_missing: ({ verb }) =>
      `请用其中的一个词或收到请求的人来说明是您发出的哪一项，例如 ${typed(`${verb} 计划`)} 或 ${typed(`${verb} @bob`)}。`,
    search_too_long: ({ limit, length, line }) =>
      `最多可查找 ${limit} 个字符，您输入了 ${length} 个。${addInstead(typed, line)}`,
    no_such_help: ({ rest }) => `没有关于 ${quote(rest)} 的帮助。${addInstead(typed, `help ${rest}`)}`,
    undo_takes_nothing: ({ rest }) =>
      `\`undo\` 撤销您的上一次更改，后面不需要任何内容，您输入的是 ${quote(rest)}。${addInstead(typed, `undo ${rest}`)}`,
    not_yet: ({ word, rest, missed }) =>
      `这里还没有 \`${word}\`：${MISSED[missed]}。如果要把这一行作为待办保留，请输入 ${typed(`add ${word} ${rest}`)}。`,
    reminds_you_alone: ({ name, what, line }) =>
      `只能提醒您自己：${MISSED.set}。要请别人做这件事，请输入 ${typed(`send ${name} ${what || '审核计划'}`)}。如果要把这一行作为待办保留，请输入 ${typed(`add ${line}`)}。`,
    not_here: () =>
      '加上 `here`，命令就作用于您输入它的频道的列表：`/todo here 买面包`。这里不知道是哪个频道，因此没有执行任何操作。若要把这一行存为待办，请在前面加上 `add`。',
    not_all: ({ verb }) =>
      `为避免误操作，不支持 \`${verb} all\`。请写明编号，例如 ${typed(`${verb} 1-9`)}` +
      (verb === 'delete' ? `；${typed('done all')} 会完成所有未完成的待办。` : '。'),
    no_number: ({ token }) => `${quote(token)} 不是编号，也不是编号范围。${NUMBERS_HINT}`,
    below_one: ({ token }) => `编号从 1 开始，您输入的是 ${quote(token)}。${NUMBERS_HINT}`,
    too_many_numbers: ({ limit }) => `一次最多可指定 ${limit} 项待办。请减少数量。`,
    word_too_long: ({ limit, numbers, length }) =>
      `请用编号或其内容中最多 ${limit} 个字符来指定待办，一次最多 ${numbers} 项，您输入了 ${length} 个字符。${NUMBERS_HINT}`,
    only_one: ({ verb, count }) => `\`${verb}\` 一次只能用于一项待办，您输入了 ${count} 个编号。`,
  },
  errors: {
    text_empty: () => '待办需要有内容。请写明要做什么。',
    text_too_long: ({ part, max, length }) =>
      part === 'text'
        ? `待办的内容最多 ${counted(max)} 个字符，现在有 ${counted(length)} 个。请把其余部分写到备注中。`
        : `${{ notes: '待办的备注', reason: '拒绝的理由' }[part]}最多 ${counted(max)} 个字符，现在有 ${counted(length)} 个。请缩短。`,
    nothing_to_edit: () => '需要新的内容或新的备注，但两者都没有给出。',
    none_named: () => '至少要指定一项待办，但没有指定。请给出编号。',
    none_open: () => '此列表中没有未完成的待办。没有进行任何更改。',
    not_in_list: ({ missing }) => `此列表中没有待办 ${missing.join(', ')}。没有进行任何更改。`,
    went_away: ({ missing, isBack, name }) =>
      `${named(Number(missing))}已${isBack ? `由${name === undefined ? '提出请求的人' : ` ${name} `}收回` : `转给${name === undefined ? '他人' : ` ${name}`}`}，不再属于此列表。没有进行任何更改。`,
    deleted: ({ numbers }) => `${named(numbers.join(', '))}已被删除。没有进行任何更改。`,
    other_version: ({ number, expected, version }) =>
      `${named(number)}在此期间已被修改：应为版本 ${expected}，现在是版本 ${version}。请重新查看。`,
    list_full: ({ max, openCount }) =>
      `一个列表最多可有 ${max} 项未完成的待办，此列表现在有 ${openCount} 项。请先完成或删除一些。`,
    wrong_rule: ({ why, rule }) =>
      `无法使用重复规则 ${quote(rule)}：${{ unreadable: '无法读取', too_often: '每天重复不止一次', never: '没有符合的日期' }[why]}。没有进行任何更改。`,
    is_over: ({ at }) => `${clock(at)} 已经过去。请选择将来的时间。没有进行任何更改。`,
    not_repeating: ({ number }) => `待办 ${number} 不重复，因此没有下一次可以跳到。没有进行任何更改。`,
    rule_ends: ({ number }) => `待办 ${number} 没有下一次了。没有进行任何更改。`,
    needs_due: ({ number }) => `待办 ${number} 没有截止日期，无法提前提醒。请先设置日期。没有进行任何更改。`,
    too_long_before: ({ max, minutes }) => `提醒最多可提前 ${max} 分钟，您给出的是 ${minutes} 分钟。`,
    too_many_reminders: ({ max, number }) =>
      `一项待办最多可有 ${max} 个提醒，待办 ${number} 已经达到。没有进行任何更改。`,
    changed_nothing: () => '您在此列表中没有可以撤销的更改。',
    no_such_change: () => '此列表中没有这次更改。',
    not_your_change: () => '只有做出更改的人才能撤销它。',
    undone_already: () => '这次更改已经撤销过了。',
    is_an_undo: () => '撤销操作本身不能撤销。请重新进行更改。',
    changed_since: ({ number, text }) =>
      `${namedWithText(number, text)}之后又被修改过，因此无法撤销。没有进行任何更改。`,
    only_receiver: () => '只有负责这项待办的人才能这样做。',
    answered_already: () => '这个请求已经得到答复。请查看结果。',
    not_sent: ({ number }) => `${named(number)}不是您发给他人的。没有进行任何更改。`,
    answer_first: ({ number }) => `${named(number)}正在等待您的答复。请先接受或拒绝。没有进行任何更改。`,
    accept_first: ({ number }) => `${named(number)}已被拒绝。请先接受。没有进行任何更改。`,
    not_a_request: ({ number }) => `${named(number)}不是他人向您提出的请求。没有进行任何更改。`,
    decline_instead: ({ number }) => `${named(number)}是他人请您做的。请改为拒绝。没有进行任何更改。`,
    not_open: ({ number }) => `${named(number)}已完成。请先恢复为未完成。没有进行任何更改。`,
    bumped_lately: () => '距离上次请求还不到一天。每天最多一次。没有进行任何更改。',
    next_since: ({ number, became }) =>
      `下一次的${named(number)}之后已被${{ done: '完成', deleted: '删除', changed: '修改' }[became]}，因此无法撤销。没有进行任何更改。`,
    asked_too_often: ({ max, name = '同一个人' }) =>
      `${name} 最多可有 ${max} 个您的请求等待答复。请等待答复，或收回一些。没有进行任何更改。`,
    inbox_full: ({ max, name }) =>
      `已有 ${max} 个请求在等待${name === undefined ? '此人' : ` ${name} `}答复，不能再增加。没有进行任何更改。`,
    own_list_only: ({ verb }) =>
      `\`${verb}\` 是关于您自己的事的，而这是多人共用的列表。请在 \`/todo\` 后输入（不加 \`here\`），或写给机器人。`,
    changed_only_here: () =>
      `您在自己的列表中没有可以撤销的更改。用 ${typed('here undo')} 可以撤销您在本频道列表中的上一次更改。`,
    nothing_waits: () => '没有请求等待您答复。没有进行任何更改。',
    none_sent: ({ verb, words, line }) =>
      `您发出的请求中，${verb === 'bump' ? '仍在等待答复' : '仍在等待答复或被拒绝'}的都不包含 ${quote(words)}。用 ${typed('sent')} 查看每个请求的情况。${verb === 'bump' ? addInstead(typed, line) : ''}`,
    several_sent: ({ verb, words, rows, total }) =>
      `${typed(`${verb} ${words}`)} 可能是您发出的几项请求之一。请多写几个词，或在前面写上人名：\n${inRows(rows, more, total)}`,
    none_contains: ({ verb, word, line }) =>
      `此列表中没有包含 ${quote(word)} 的${stateNamedAfter(verb) === 'done' ? '已完成' : '未完成'}待办。${NUMBERS_HINT}${addInstead(typed, line)}`,
    ambiguous: ({ why, word, rows, total, example }) => {
      const reason = {
        several: `包含 ${quote(word)} 一词的待办不止一项。请使用编号`,
        begins: `没有包含 ${quote(word)} 一词的待办；仅以此开头的词没有处理。请使用编号`,
        deletes: `没有删除任何待办：\`delete\` 需要编号。以下待办包含 ${quote(word)}，请写明编号`,
      }[why];
      const instance = example === undefined ? '' : `，例如 ${typed(example)}`;
      return `${reason}${instance}：\n${inRows(rows, more, total)}`;
    },
    numbers_moved: ({ rows }) =>
      `没有进行任何更改：编号可能与您看到的不同。现在是：\n${inRows(rows, more)}\n如果就是这些，请再次输入同样的内容。`,
    no_such_person: ({ name, nearest }) =>
      `这里没有名为 @${name} 的人。${nearest.length === 0 ? '请检查用户名。' : `您是指 ${nearest.map((one) => `@${one}`).join(' 或 ')} 吗？`}没有进行任何更改。`,
    deactivated_person: ({ name }) => `@${name} 的帐户已停用。没有进行任何更改。`,
    bot_person: ({ name }) => `@${name} 是机器人，机器人没有待办。没有进行任何更改。`,
    far_guest: ({ name }) =>
      `据我所知，@${name} 与您没有共同的频道：访客只能与同一频道中的人互相请求。如果我不在那个频道中，请邀请我加入。没有进行任何更改。`,
    no_shared_team: ({ name }) =>
      `据我所知，@${name} 与您不在同一个团队，只有同一团队的人才能互相请求。没有进行任何更改。`,
    takes_no_requests: ({ name }) => `@${name} 不接受他人的请求。没有进行任何更改。`,
    cannot_read: ({ name }) => `@${name} 无权查看此列表，因此不能由其来做。没有进行任何更改。`,
    unseen_channel: ({ name }) =>
      `我不在这个频道中，无法得知 @${name} 是否在其中。请先邀请我加入。没有进行任何更改。`,
    knows_nobody: () => '这里无法指定他人：只有 Mattermost 知道都有谁。请在 Mattermost 中输入。',
    no_guests: () => '访客不能使用共享列表。',
    remind_when: ({ text }) =>
      `请说明何时提醒您，例如 ${typed(`remind me 明天 9:00 ${text}`)}。没有添加任何内容。`,
    wrong_date: ({ wrong, words }) =>
      `${quote(words)} 不是日期：${WRONG[wrong]}。没有进行任何更改。放在引号“”中的词会作为内容保留。`,
    program_has_no_verb: ({ program, verb }) =>
      `\`${program}\` 没有 \`${verb}\`。用 ${typed('help')} 查看它有哪些命令。`,
    looks_like_option: ({ program }) => `\`${program}\` 会把以短横线开头的内容当作选项。请换一个字符开头。`,
    nul_character: () => '含有 NUL 字符的内容无法交给程序。请去掉它。',
    todo_txt_loses_option: () => 'todo-txt 会丢失只有 `-n`、`-e` 或 `-E` 的内容。请多写一些。',
    todo_txt_takes_for_done: () => 'todo-txt 会把以 `x ` 开头的内容当作已完成的待办。请换一个开头。',
    todo_not_found: '没有这项待办，可能已被删除。',
    not_found: '没有找到，或您无权查看。',
    list_archived: '此频道已归档，其列表不再接受更改。取消归档后即可继续使用。',
    list_forbidden: '您无权查看此列表，或没有此列表。',
    program_busy: '等待 `todo` 程序的命令过多。请稍后重试。',
    too_many_requests: '请求过多。请稍后重试。',
    mattermost_unavailable: '现在无法向 Mattermost 查询。请稍后重试。',
    store_unavailable: '待办的存储现在没有响应。请稍后重试。',
    store_full: '待办存储的磁盘已满，因此没有进行任何更改。需要管理员腾出空间。',
    store_damaged: '待办存储已损坏。需要管理员恢复备份。',
    stopping: '待办后端正在停止。请稍后重试。',
  },
});
