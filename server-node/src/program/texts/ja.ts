import { inRows } from '../answers/rows.ts';
import type { TodoState } from '../../contract/vocabulary.ts';
import type { WrongDate } from '../../dates/facts.ts';
import { jaWords } from '../../dates/in-words/ja.ts';
import { dateInWords, ruleInWords, timeInWords, type ClockHours } from '../../dates/in-words/when-words.ts';
import type { Missed } from '../grammar/later-words.ts';
import { quote } from '../../shared/quote.ts';
import { stateNamedAfter } from '../grammar/verbs.ts';
import { clock } from './clock.ts';
import { counted } from './counted.ts';
import type { TranslatedTexts } from './texts.ts';
import { unitOf } from './unit-of.ts';
import type { Typed } from './typed.ts';

const NUMBERS_HINT = '番号は `2`、`2 5`、`4-6` のように書きます。';

const addInstead = (typed: Typed, line: string): string =>
  `これを ToDo として追加するには ${typed(`add ${line}`)} と入力してください。`;

const more = (count: number): string => `… ほか ${count} 件`;

const MISSED: Readonly<Record<Missed, string>> = {
  set: '何も設定しておらず、何も追加していません',
  changed: '何も変更していません',
};

const WRONG: Readonly<Record<WrongDate, string>> = {
  no_such_day: 'その日はありません',
  no_such_time: 'その時刻はありません',
  no_such_year: '年は 4 桁です',
  too_often: '繰り返しは 1 日 1 回までです',
  never: '該当する日がありません',
  no_date: '例：`金曜`、`明日 17:00`、`2026-12-04`、`none`',
};

/** The largest unit that says it whole. */
function spanOf(minutes: number): string {
  const [size, unit] = unitOf(minutes);
  return `${minutes / size}${{ week: '週間', day: '日', hour: '時間', minute: '分' }[unit]}`;
}

const STATES: Readonly<Record<TodoState, string>> = {
  ...{ open: '未完了', done: '完了', deleted: '削除済み', waiting: '返答待ち', declined: '辞退' },
};

/** At the beginning of a sentence. @param numbers 0 and the like: whoever reads it does not know the number */
const named = (numbers: number | string): string =>
  Number(numbers) > 0 || String(numbers).includes(',') ? `ToDo ${numbers} ` : 'この ToDo ';

/** With its text, which is empty where whoever reads it may not know that. */
const namedWithText = (number: number, text: string): string =>
  text === '' ? named(number) : `${number > 0 ? named(number) : 'ToDo '}${quote(text)} `;

const ats = (names: readonly string[]): string[] => names.map((name) => `@${name}`);

const WEEKDAY_NAMES = { MO: '月曜', TU: '火曜', WE: '水曜', TH: '木曜', FR: '金曜', SA: '土曜', SU: '日曜' };

export const ja = (typed: Typed, hours: ClockHours): TranslatedTexts => ({
  help: {
    title: '**ToDo：入力できる内容**（`/todo` のあと、または Bot を呼び出す言葉のあと）',
    verbs: {
      add: '`add 牛乳を買う`、または単に `牛乳を買う`：ToDo を追加します。`add` が必要なのは、内容がここにあるコマンドで始まるときだけです。',
      list: '`list`、または何も入力しない：未完了の ToDo を番号付きで表示します。`list 牛乳` は「牛乳」を含むもの、`list done` は完了したものを表示します。',
      show: '`show 3`：ToDo の内容をすべて表示します（メモ、期日、リマインダー、担当者、追加した人）。',
      done: '`done 2`、`done 2 4-6`：ToDo を完了にします。`done all` はすべてを完了にします。`done 牛乳` は「牛乳」という語を含む未完了の ToDo が 1 件だけのとき、それを完了にします。',
      reopen: '`reopen 2`：完了した ToDo を未完了に戻します。',
      edit: '`edit 3 豆乳を買う`：ToDo の内容を変更します。',
      note: '`note 3 窓口で聞く`：ToDo のメモを設定します（元のメモと置き換わります）。`note 3 none` でメモを消します。',
      delete: '`delete 2`、`delete 2 4-6`：ToDo を削除します。`delete 牛乳` は当てはまる番号を表示します。',
      due: '`due 3 金曜`、`due 3-5 明日 17:00`、`due 3 毎週月曜`：期日を設定します。`due 3 none` で期日をなくします。新しい ToDo の内容にある日付も読み取ります：`明日17時 牛乳を買う`、`毎週月・水・金 7時 ジョギング`。「」で囲んだ語は内容として残ります。「来週の金曜」は次の週（月曜始まり）の金曜、「今週末」は土曜、「今週中」は日曜まで、「月末」は末日です。午前・午後のない 1時〜6時は午後、7時〜12時は午前（12時は正午）で、「3:00」は 24 時間制です。「朝」は 9:00、「夕方」は 17:00、「夜」は 19:00。「3日おき」は間を 3 日空けるので 4 日ごとです。',
      remind:
        '`remind 3 2時間後`、`remind 3 30分前`：メッセージでお知らせします。`remind 3 none` でやめます。`remind me 15時 田中さんに電話` で ToDo も追加します。',
      snooze: '`snooze 3 明日`：期日を延ばします。繰り返しの ToDo は今回だけ延ばします。',
      skip: '`skip 3`：繰り返しの ToDo を次回に進めます。',
      send: '`send @bob 計画を確認する 金曜`：ほかの人に依頼します。`send @bob @carol …` は一人ずつに依頼します。送った依頼は `sent` で確認できます。',
      assign:
        '`assign 3 @bob`：リストの ToDo を人に送ります。チャンネルでは担当者を決め、`assign 3 none` で担当者をなくします。',
      take: '`take 3`：チャンネルの ToDo を自分が担当します。',
      requests: '`requests`：自分への依頼を表示します。',
      accept: '`accept 3`、`accept all`：依頼を引き受けて自分のリストに入れます。',
      decline: '`decline 3 今週は時間がない`：理由を添えて依頼を辞退します。`done 3` も返答になります。',
      sent: '`sent`：ほかの人に依頼したことと、その結果を表示します。',
      takeback: '`takeback 計画`：返答待ち、または辞退された依頼を取り戻します。',
      bump: '`bump 計画`：もう一度依頼します（1 日に 1 回）。',
      mine: '`mine`：自分のリストとチャンネルで、自分がすることをすべて表示します。',
      today: '`today`：今日が期日のものと期限切れのもの。',
      tomorrow: '`tomorrow`：明日が期日のもの。',
      overdue: '`overdue`：期限切れのもの。',
      week: '`week`：7 日以内が期日のものと期限切れのもの。',
      agenda: '`agenda`：期日のあるものすべて（早い順）。',
      settings:
        '`settings`：タイムゾーン、リマインダー、通知しない時間帯、まとめの通知、誰から依頼を受けるかを表示します。`settings digest 8:30 平日`、`settings quiet 22:00-7:00`、`settings remind 10 分`、`settings requests off`、`settings block @bob`、`settings reaction :pushpin:`、`settings thread on` で設定できます。',
      undo: '`undo`：このリストでの自分の直前の変更を元に戻します。もう一度使うと、その前の変更を元に戻します。',
      post: '`post`（チャンネルで `/todo here post`）：そのチャンネルのリストを投稿し、常に最新に保ちます。完了と追加のボタンが付きます。`post pinned` はピン留めもします。もう一度使うと、いちばん下に投稿し直します。',
      unpost: '`unpost`（`/todo here unpost`）：更新をやめます。',
      open: '`open`：サイドバーを開きます（ブラウザとデスクトップアプリ）。',
      help: '`help`：このヘルプを表示します。`help done` はそのうち 1 行だけを表示します。',
      explain:
        '`explain done 2 4-6`：その行がどう解釈され、どの ToDo が対象になるかを説明し、何も実行しません。',
    },
    places:
      '`/todo` のあと、および Bot へのメッセージでは、自分のリストを使います。チャンネルにもそれぞれのリストがあります。' +
      'サイドバーのほか、`/todo here パンを買う` や `/todo here done 3` で使えます。Bot がいるチャンネルでは `@todo パンを買う` とも書けます。設定されていれば、チャンネルで `todo` に続けて入力することもできます。',
    also: (words) => `${words.join('、')} とも書けます。`,
  },
  completion: {
    about: (verbs) => `自分の ToDo：${verbs}`,
    hint: '[すること、またはコマンド]',
    verbs: {
      add: 'ToDo を追加します（「add」は省略できます）',
      list: '未完了の ToDo、ある語を含むもの、または完了したものを表示します',
      show: 'メモを含めて ToDo の内容をすべて表示します',
      done: 'ToDo を完了にします：2、2 4-6、all、または語',
      reopen: '完了した ToDo を未完了に戻します',
      edit: 'ToDo の内容を変更します',
      note: 'メモを設定、または none で消す',
      delete: '番号で ToDo を削除します',
      due: '期日を設定、または none でなくす',
      remind: 'リマインダー：2時間後、30分前、または none',
      snooze: '期日を延ばす（繰り返しの規則はそのまま）',
      skip: '繰り返しの ToDo を次回に進める',
      send: 'ほかの人に依頼：@bob 計画を確認する',
      assign: 'ToDo を人に送る：3 @bob（チャンネルでは担当者を決める）',
      take: 'チャンネルの ToDo を自分が担当する',
      requests: '自分への依頼を表示',
      accept: '依頼を引き受けて自分のリストに入れる',
      decline: '依頼を辞退：3 と理由',
      sent: 'ほかの人に依頼したことを表示',
      takeback: '送った依頼を取り戻す',
      bump: 'もう一度依頼する',
      mine: '自分がすることをすべて表示（チャンネルも）',
      today: '今日が期日のものを表示',
      tomorrow: '明日が期日のものを表示',
      overdue: '期限切れのものを表示',
      week: '7 日以内が期日のものを表示',
      agenda: '期日のあるものをすべて表示',
      settings: 'タイムゾーン、リマインダー、通知しない時間帯、まとめの通知',
      undo: '自分の直前の変更を元に戻します',
      post: 'このチャンネルのリストを投稿し、最新に保ちます',
      unpost: '投稿したリストの更新をやめます',
      open: 'サイドバーを開きます',
      help: '入力できる内容を表示します',
      explain: '行がどう解釈されるかを説明し、何も実行しません',
    },
    hints: {
      setting: '[項目] [値]',
      text: '[内容]',
      notes: '[メモ]',
      when: '[日時]',
      search: '[語、または done]',
      number: '[番号]',
      verb: '[コマンド]',
      line: '[行]',
      people: '[@ユーザー名 @ユーザー名]',
      person: '[@ユーザー名]',
      reason: '[理由]',
      words: '[@ユーザー名] [語]',
    },
    whenItIs: '日時：金曜、明日 17:00、毎週月曜、none',
    whoIsAsked: '誰に依頼するか：@bob @carol',
    whoDoesIt: '誰がするか：@bob、me、none',
    whyNot: '理由（省略できます）',
    whichWasSent: '送った依頼の語、または送った相手',
    whatIsToBeDone: 'すること',
    whatToNote: 'メモ、または none',
    oneOf: {
      open: '未完了の ToDo の 1 つ',
      done: '完了した ToDo の 1 つ',
      waiting: '返答を待っている依頼の 1 つ',
    },
    here: 'このチャンネルの ToDo',
    aboutOneVerb: '1 つのコマンドについて',
  },
  list: {
    title: { open: (count) => `**未完了 ${count} 件**`, done: (count) => `**完了 ${count} 件**` },
    titleOfPage: (count, from, to) => `**未完了 ${count} 件**（${from}〜${to} 件目）`,
    nothing: {
      open: `未完了の ToDo はありません。${typed('add 牛乳を買う')} で追加できます。`,
      done: `完了した ToDo はまだありません。${typed('done')} と番号で ToDo を完了にできます。`,
    },
    found: (word, count) => `**未完了 ${count} 件**（${quote(word)} を含む）`,
    notFound: (word, line) =>
      `このリストに ${quote(word)} を含む未完了の ToDo はありません。${addInstead(typed, line)}`,
    noLine: (word, line) => `このリストに ${quote(word)} を含むものはありません。${addInstead(typed, line)}`,
    more,
  },
  change: {
    happened: {
      add: '追加しました',
      edit: '変更しました',
      done: '完了しました',
      reopen: '未完了に戻しました',
      delete: '削除しました',
      undo: '元に戻しました',
      due: '期日を設定しました',
      snooze: '延期しました',
      skip: '次回に進めました',
      remind: 'リマインダーを変更しました',
      assign: '担当者を変更しました',
      accept: '引き受けました',
      decline: '辞退しました',
      take_back: '自分のリストに戻しました',
      bump: 'もう一度依頼しました',
    },
    undone: {
      add: '追加を元に戻しました',
      edit: '変更を元に戻しました',
      notes: 'メモの変更を元に戻しました',
      done: '完了を元に戻しました',
      reopen: '未完了への変更を元に戻しました',
      delete: '削除を元に戻しました',
      undo: '元に戻しました',
      due: '期日の変更を元に戻しました',
      snooze: '延期を元に戻しました',
      skip: '次回への移動を元に戻しました',
      remind: 'リマインダーの変更を元に戻しました',
      assign: '担当者の変更を元に戻しました',
      accept: '引き受けを元に戻しました',
      decline: '辞退を元に戻しました',
      take_back: '取り戻しを元に戻しました',
      bump: '再依頼を元に戻しました',
    },
    wasSo: {
      add: 'すでにあります',
      edit: 'すでにそうなっています',
      done: 'すでに完了しています',
      reopen: 'すでに未完了です',
      delete: 'すでに削除されています',
      undo: 'すでに元の状態です',
      due: 'すでにこの期日です',
      snooze: 'すでにこの期日です',
      skip: 'すでにこの期日です',
      remind: 'リマインダーに変更はありません',
      assign: 'すでにこの担当者です',
      accept: 'すでに引き受けています',
      decline: 'すでに辞退しています',
      take_back: 'すでに自分のリストにあります',
      bump: 'すでにもう一度依頼しています',
    },
    oneRow: (title, row) => `${title}：${row}`,
    rows: (title, rows) => `${title}：\n${rows}`,
    rowWithState: (row, state) => `${row}（${STATES[state]}）`,
    next: '次回',
    undoBringsBack: `${typed('undo')} で元に戻せます。`,
    unsentTo: (username) =>
      `だれにも送っていません。送るには ${typed(`send @${username}`)} で始めてください。${typed('undo')} でこの ToDo を取り消せます。`,
    unanswered: ({ verb, number }) =>
      `依頼には返答していません。返答するには ${typed(`${verb} ${number}`)} と入力してください。${typed('undo')} でこの ToDo を取り消せます。`,
  },
  when: {
    noDate: '期日なし',
    date: (due, today) => dateInWords(jaWords, due, today, hours),
    time: (time) => timeInWords(jaWords, time, hours),
    rule: (rule, from) => ruleInWords(jaWords, rule, from),
    overdue: (date) => `**期限切れ：${date}**`,
    before: (minutes) => (minutes === 0 ? '期日の時刻' : `${spanOf(minutes)}前`),
    reminders: (reminders) => (reminders === '' ? 'リマインダーなし' : `リマインダー：${reminders}`),
    readFromText: `日付ではありませんか？${typed('undo')} で元に戻せます。「」で囲んだ語は内容として残ります。`,
    couldBe: (others) => `${others} とも読めます。`,
    title: {
      today: (count) => `**今日が期日：${count} 件**`,
      tomorrow: (count) => `**明日が期日：${count} 件**`,
      overdue: (count) => `**期限切れ：${count} 件**`,
      week: (count) => `**7 日以内が期日：${count} 件**`,
      agenda: (count) => `**これからの期日：${count} 件**`,
    },
    nothing: {
      today: '今日が期日のものはありません。',
      tomorrow: '明日が期日のものはありません。',
      overdue: '期限切れのものはありません。',
      week: '7 日以内が期日のものはありません。',
      agenda: '期日のあるものはありません。',
    },
  },
  whole: {
    addedBy: (name) => `${name} が追加`,
    noNotes: 'メモなし',
    moreNotes: (count) => `… ほか ${count} 文字`,
  },
  explain: {
    meaning: (line, meaning) => `${quote(line)}：${meaning}\n何も実行していません。`,
    notUnderstood: (reason) => `解釈できません。${reason}`,
    add: (text, when) => `${quote(text)}${when === '' ? '' : `（期日：${when}）`} を追加します。`,
    list: (text) =>
      text === '' ? '未完了の ToDo を表示します。' : `${quote(text)} に当てはまる ToDo を表示します。`,
    show: (which) => `${which}の内容をすべて表示します。`,
    done: (which) => `${which}を完了にします。`,
    reopen: (which) => `${which}を未完了に戻します。`,
    delete: (which) => `${which}を削除します。`,
    edit: (which, text) => `${which}の内容を ${quote(text)} に変更します。`,
    note: (which, notes) =>
      notes === '' ? `${which}のメモを消します。` : `${which}のメモを ${quote(notes)} にします。`,
    due: (which, when) =>
      when === '' ? `${which}の期日をなくします。` : `${which}の期日を ${when} にします。`,
    remind: (which, when) => `${which}のリマインダーを変更します（${when}）。`,
    snooze: (which, when) => `${which}を ${when} に延ばします。`,
    skip: (which) => `${which}を次回に進めます。`,
    send: (names, text, when) =>
      `${names.join('、')} に ${quote(text)} を依頼します${when === '' ? '' : `（期日：${when}）`}。`,
    assign: (which, person) => `${which}を ${person} の担当にします。`,
    take: (which) => `${which}を自分の担当にします。`,
    requests: '自分への依頼を表示します。',
    accept: (which) => `${which}を引き受けます。`,
    decline: (which, reason) => `${which}を辞退します${reason === '' ? '' : `（理由：${quote(reason)}）`}。`,
    sent: 'ほかの人に依頼したことを表示します。',
    takeback: (which) => `${which}を取り戻します。`,
    bump: (which) => `${which}をもう一度依頼します。`,
    mine: '自分がすることをすべて表示します。',
    today: '今日が期日のものを表示します。',
    tomorrow: '明日が期日のものを表示します。',
    overdue: '期限切れのものを表示します。',
    week: '7 日以内が期日のものを表示します。',
    agenda: '期日のあるものをすべて表示します。',
    settings: (words) => (words === '' ? '設定を表示します。' : `設定を変更します（${quote(words)}）。`),
    undo: 'このリストでの自分の直前の変更を元に戻します。',
    post: (isPinned) => `チャンネルにそのリストを投稿し${isPinned ? 'てピン留めし' : ''}、最新に保ちます。`,
    unpost: '投稿したリストの更新をやめます。',
    open: 'サイドバーを開きます。',
    help: 'ヘルプを表示します。',
    explain: '行の残りの部分を説明します。',
    theRow: (row) => `ToDo ${row} `,
    theNumbers: (count, shown) =>
      `ToDo **${shown.join(', ')}** ${count > shown.length ? 'など' : 'の'} ${count} 件`,
  },
  notes: {
    handledBefore: 'このメッセージは処理済みのため、何も実行していません。',
    whereSidebarIs:
      'サイドバーは、ブラウザとデスクトップアプリで、チャンネルの横のチェックボックスのアイコン、または `/todo open` で開きます。' +
      'モバイルアプリにはサイドバーがありません。`/todo` でリストを表示してください。',
    inThisChannel: '_このチャンネルのリストです。_',
    answerFollows: '処理中です。結果はあとでお知らせします。',
    lookLater: `処理中です。しばらくしてから ${typed('list')} と入力して結果を確認してください。`,
    botAnswers: '結果はボットからのダイレクトメッセージでお知らせします。',
    tooFast:
      '速すぎて読み取れませんでした。このメッセージは読まれていません。追いつくまで、ほかのメッセージも読まれません。',
    failed: (trace) =>
      `ToDo のバックエンドで問題が発生しました。詳細はログにこのリクエスト ID で記録されています。（${trace}）`,
    messageFailed: (trace) =>
      `問題が発生し、メッセージの内容は実行されていない可能性があります。詳細はログにあります（${trace}）。`,
    welcome: [
      'こんにちは。あなたの ToDo を管理します。たとえば次のように書いてください。',
      `- ${typed('牛乳を買う')}：自分だけに見えるリストに ToDo を追加します`,
      `- ${typed('list')}：未完了の ToDo を番号付きで表示します`,
      `- ${typed('done 1')}：1 番を完了にします`,
      '',
      `${typed('help')} で、書けることのすべてを表示します。`,
    ].join('\n'),
    greeting: `こんにちは。やることをそのまま書いてください。例：${typed('牛乳を買う')}。${typed('help')} で使い方を表示します。`,
    youAreWelcome: 'どういたしまして。',
    whatThisIs:
      'スレッドの中では `this` は最初のメッセージを指します。ここには読み取れる最初のメッセージがありません。',
    keepAsTodo: (text) => `このメッセージを ToDo として残すには ${typed(`add ${text}`)} と入力してください。`,
  },
  reminder: {
    title: (count) => (count === 1 ? '**リマインダー**' : `**リマインダー ${count} 件**`),
    due: (when) => `期限: ${when}`,
    wasDue: (when) => `期限切れ: ${when}`,
    message: '元のメッセージ',
    unseen: '_私が参加していないチャンネルの ToDo です。内容はリストで確認してください_',
    snoozed: (row, when) => `${when}に延期しました: ${row}`,
    labels: {
      snooze: 'あとで通知…',
      minutes15: '15 分後',
      hour: '1 時間後',
      evening: '今日の夜',
      tomorrow: '明日',
      week: '来週',
      other: '日時を指定…',
    },
    form: {
      title: 'あとで通知',
      submit: '延期',
      day: '日付',
      time: '時刻',
      timeHelp: '例：9:00、午後5時',
      notUnderstood: '日付と時刻を入力してください。例：「明日」と「9:00」',
    },
  },
  toldThread: {
    done: (name, row) =>
      row === null
        ? `${name} さんが、このメッセージから作られた ToDo を完了しました。`
        : `${name} さんが完了しました：${row}`,
  },
  digest: {
    title: '**あなたの ToDo**',
    overdue: '**期限切れ**',
    today: '**今日**',
    allDone: '今日の分はすべて終わりました。',
    others: (count) => `ほかに ${count} 件が未完了です。`,
    comes: (pace, at) => `_まとめの通知: ${pace} ${at}_`,
    paces: { daily: '毎日', weekdays: '平日のみ', weekly: '毎週月曜', off: '停止する' },
    paceSet: (pace, at) => `今後のまとめの通知は「${pace}」（${at}）です。`,
    turnedOff: 'まとめの通知を停止しました。',
  },
  livingPost: {
    title: (count) => `**このチャンネルの ToDo：${count} 件**`,
    nothing: '未完了の ToDo はありません。',
    sections: {
      overdue: '**期限切れ**',
      today: '**今日**',
      upcoming: '**今後**',
      noDate: '**日付なし**',
    },
    ended: `ここにあったリストの更新は終わりました。${typed('post')} で投稿し直せます。`,
    movedTo: (url) => `ここにあったリストは[新しいメッセージ](${url})に移りました。`,
    happened: {
      posted: 'リストを投稿しました。最新に保ちます。',
      follows: '今は Mattermost に投稿できません。できるようになりしだい投稿します。',
      ended: 'ここに投稿したリストの更新をやめました。',
      none: '最新に保たれているリストはここにないため、何も実行しませんでした。',
    },
    notHeard: {
      outside:
        'このチャンネルに入れなかったため、`/invite` と私の名前で追加されるまで、ここで `@todo` には返答できません。',
      by_nobody:
        'ダイレクトメッセージとグループメッセージには私を追加できないため、ここで `@todo` には返答できません。`/todo here` をお使いください。',
    },
    notPosted: {
      may_not: 'このチャンネルに投稿する権限がないため、何も実行しませんでした。',
      archived: 'このチャンネルはアーカイブされているため、投稿できません。',
      unseen:
        'このチャンネルに投稿できません。`/invite` と私の名前で追加してから、もう一度お試しください。ダイレクトメッセージとグループメッセージには追加できません。',
      handled_before: 'この依頼はすでに処理されているため、何も実行しませんでした。',
      no_channel:
        'チャンネルのリストを投稿するコマンドです。そのチャンネルで `/todo here post` と入力してください。',
    },
  },
  settings: {
    title: '**あなたの設定**',
    howToSet: `例：${typed('settings digest 8:30 平日')}、${typed('settings quiet 22:00-7:00')}、${typed('settings remind off')}、${typed('settings zone default')}、${typed('settings requests off')}、${typed('settings block @bob')}`,
    set: '設定しました：',
    off: 'オフ',
    on: 'オン',
    fromAll: '同じチームの人から',
    nobody: 'なし',
    names: {
      zone: 'タイムゾーン',
      week: '週の始まり',
      clock: '時刻の表示',
      remind: 'リマインダー',
      quiet: '通知しない時間帯',
      digest: 'まとめの通知',
      requests: 'ほかの人からの依頼',
      block: 'ブロック中',
      reaction: 'メッセージを ToDo にするリアクション',
      thread: '完了をスレッドに知らせる',
    },
    days: (days) => days.map((day) => WEEKDAY_NAMES[day]).join('、'),
    before: (minutes) => (minutes === 0 ? '期限の時刻' : `期限の ${spanOf(minutes)}前`),
    hours: (hours) => `${hours} 時間制`,
    onDay: (at) => `当日の ${at}`,
    unknown: (word) =>
      `${quote(word)} という設定はありません。\`zone\`、\`week\`、\`clock\`、\`remind\`、\`quiet\`、\`digest\`、\`requests\`、\`block\`、\`reaction\`、\`thread\` があります。何も変更していません。`,
    wrong: {
      zone: (value) =>
        `${quote(value)} というタイムゾーンはありません。${typed('settings zone Asia/Tokyo')} のように書いてください。何も変更していません。`,
      week: (value) =>
        `${quote(value)} は曜日ではありません。${typed('settings week 月曜')} のように書いてください。何も変更していません。`,
      clock: (value) =>
        `${quote(value)} は時刻の表示ではありません。${typed('settings clock 24')}、${typed('settings clock 12')}、${typed('settings clock default')} のように書いてください。何も変更していません。`,
      remind: (value) =>
        `${quote(value)} ではいつ通知するか分かりません。${typed('settings remind 10 分')}、${typed('settings remind 9:00')}、${typed('settings remind off')} のように書いてください。何も変更していません。`,
      quiet: (value) =>
        `${quote(value)} は時間帯ではありません。${typed('settings quiet 22:00-7:00')} または ${typed('settings quiet off')} と書いてください。何も変更していません。`,
      digest: (value) =>
        `${quote(value)} ではいつか分かりません。${typed('settings digest 8:30 平日')} または ${typed('settings digest off')} と書いてください。何も変更していません。`,
      requests: (value) =>
        `${quote(value)} は on でも off でもありません。${typed('settings requests off')} または ${typed('settings requests on')} と書いてください。何も変更していません。`,
      reaction: (value) =>
        `${quote(value)} は絵文字の名前ではありません。Mattermost での書き方で ${typed('settings reaction :pushpin:')} のように、または ${typed('settings reaction off')} と書いてください。何も変更していません。`,
      thread: (value) =>
        `${quote(value)} は on でも off でもありません。${typed('settings thread on')} または ${typed('settings thread off')} と書いてください。何も変更していません。`,
    },
  },
  people: {
    somebody: '誰か',
    you: '自分',
    nobody: 'なし',
    sentTo: (names) => `${names.join('、')} に送りました`,
    sendingUndone: (names) => `${names.join('、')} への依頼を元に戻しました`,
    from: (name) => `${name} から`,
    became: (name, state, reason) => `${name}：${state}${reason === '' ? '' : `（${reason}）`}`,
    states: { waiting: '返答待ち', accepted: '引き受け済み', declined: '辞退', done: '完了' },
    takenBack: '取り戻されました',
    askedAgain: '再度の依頼',
    sentOn: (name) => `${name} に送りました`,
    notThere: 'もうありません',
    requests: (count) => `**返答待ちの依頼 ${count} 件**`,
    noRequests: '返答を待っている依頼はありません。',
    answerThem: (number) =>
      `${typed(`accept ${number}`)} で引き受け、${typed(`decline ${number}`)} と理由で辞退し、${typed(`done ${number}`)} で完了にします。`,
    sent: (count) => `**送った依頼 ${count} 件**`,
    nothingSent: `最近ほかの人に依頼したことはありません。${typed('send @bob 計画を確認する')} で依頼できます。`,
    mine: (count) => `**すること ${count} 件**`,
    nothingMine: 'することはありません。',
    asks: (count) => (count === 1 ? '**依頼**' : `**依頼 ${count} 件**`),
    answers: (count) => (count === 1 ? '**送った依頼の結果**' : `**送った依頼の結果 ${count} 件**`),
    allAnswered: '返答を待っている依頼はもうありません。',
    labels: {
      accept: '引き受ける',
      decline: '辞退…',
      answer: '返答する…',
      others: 'ほかの依頼…',
      takeBack: '取り戻す…',
      takeBackOne: '取り戻す',
    },
    declineForm: {
      title: '依頼の辞退',
      submit: '辞退する',
      reason: '理由',
      reasonHelp: '依頼した人が読みます。省略できます。',
    },
  },
  press: {
    labels: {
      undo: '元に戻す',
      done: '完了',
      reopen: '未完了に戻す',
      which: 'どれですか？',
      tick: '完了にする…',
      addTodo: '追加…',
      edit: '編集…',
      doIt: '実行する',
      next: '次のページ',
      previous: '前のページ',
    },
    addForm: {
      title: '新しい ToDo',
      submit: '追加',
      text: 'やること',
      textHelp: '/todo のあとに書くのと同じ書き方です。',
      day: '期限',
      time: '時刻',
      timeHelp: '例：17:00。「金曜 午後5時」「毎週月曜」のような書き方もできます。',
      list: 'リスト',
      channelHelp: 'チャンネルのリストに入れる場合に選びます。空欄なら自分のリストです。',
      thisList: 'このリスト',
      ownList: '自分の ToDo',
      noSuchList:
        'チャンネルではありません。チャンネルを選ぶか、空欄のままにしてください（自分のリストになります）。',
      person: '依頼する人',
      personHelp: 'この人に依頼します。チャンネルのリストでは担当者になります。空欄でもかまいません。',
      noSuchPerson: 'この人は見つかりません。人を選ぶか、空欄のままにしてください。',
    },
    editForm: { title: 'ToDo の編集', submit: '保存', notes: 'メモ' },
    changedSince: (row) => `この間に変更されたため、何も行いませんでした。現在の内容: ${row}`,
    tooOld: 'このボタンは古すぎるため、何も行いませんでした。',
    notForYou: 'このボタンはほかの人のためのものなので、何も行いませんでした。',
    notOurs: 'このボタンはこのメッセージのために作られたものではないため、何も行いませんでした。',
    notSeen:
      'このメッセージを読めないか、私の投稿ではないため、何も行いませんでした。私がチャンネルから外されている場合は、`/invite` と私の名前で追加し直してから、もう一度押してください。',
    newer:
      'このボタンはまだ知られていません。バックエンドの更新中です。何も行いませんでしたので、しばらくしてからもう一度お試しください。',
  },
  line: {
    text_missing: () => `追加する内容を入力してください。例：${typed('add 牛乳を買う')}`,
    which_missing: ({ verb }) =>
      `どの ToDo かを指定してください。例：${typed(`${verb} 2`)}、${typed(`${verb} 2 4-6`)}、${typed(`${verb} 牛乳`)}`,
    request_missing: ({ verb }) =>
      `どの依頼かを指定してください。例：${typed(`${verb} 2`)}、${typed(verb === 'accept' ? 'accept all' : 'decline 2 今週は時間がない')}。${typed('requests')} で一覧を表示します。`,
    new_text_missing: () => `どの ToDo かと新しい内容を指定してください。例：${typed('edit 3 豆乳を買う')}`,
    new_notes_missing: () =>
      `どの ToDo かとメモの内容を指定してください。例：${typed('note 3 窓口で聞く')}、${typed('note 3 none')}`,
    which_and_when_missing: ({ verb }) =>
      `どの ToDo をいつにするかを入力してください（例：${typed(`${verb} 3 明日 17:00`)}、${typed(`${verb} 3 none`)}）。`,
    person_missing: ({ verb }) =>
      `誰かを指定してください。例：${typed(verb === 'send' ? 'send @bob 計画を確認する' : `${verb} 3 @bob`)}`,
    task_missing: ({ verb, names }) =>
      `${ats(names).join('、')} に何を依頼するかを入力してください。例：${typed(`${verb} ${ats(names).join(' ')} 計画を確認する`)}`,
    assigns_one: ({ names }) =>
      `1 件の ToDo を担当できるのは 1 人です（入力：${ats(names).join('、')}）。複数の人に依頼するには ${typed(`send ${ats(names).join(' ')} 計画を確認する`)} と入力してください。`,
    too_many_people: ({ limit, count }) =>
      `一度に依頼できるのは最大 ${limit} 人です（入力：${count} 人）。何も送っていません。`,
    sent_missing: ({ verb }) =>
      `送った依頼のどれかを、内容の語か送った相手で指定してください。例：${typed(`${verb} 計画`)}、${typed(`${verb} @bob`)}`,
    search_too_long: ({ limit, length, line }) =>
      `探せるのは最大 ${limit} 文字です（入力：${length} 文字）。${addInstead(typed, line)}`,
    no_such_help: ({ rest }) =>
      `${quote(rest)} についてのヘルプはありません。${addInstead(typed, `help ${rest}`)}`,
    undo_takes_nothing: ({ rest }) =>
      `\`undo\` は自分の直前の変更を元に戻すもので、あとに何も続けません（入力：${quote(rest)}）。${addInstead(typed, `undo ${rest}`)}`,
    not_yet: ({ word, rest, missed }) =>
      `\`${word}\` はまだありません。${MISSED[missed]}。この行を ToDo として残すには ${typed(`add ${word} ${rest}`)} と入力してください。`,
    reminds_you_alone: ({ name, what, line }) =>
      `リマインダーは自分にだけ設定できます。${MISSED.set}。ほかの人に頼むには ${typed(`send ${name} ${what || '計画を確認'}`)} と入力してください。この行を ToDo として残すには ${typed(`add ${line}`)} と入力してください。`,
    not_here: () =>
      '`here` を付けると、入力したチャンネルのリストに対するコマンドになります：`/todo here パンを買う`。ここではどのチャンネルか分からないため、何も実行していません。この行を ToDo にするには、前に `add` を付けてください。',
    not_all: ({ verb }) =>
      `誤操作を防ぐため、\`${verb} all\` は使えません。番号を指定してください（例：${typed(`${verb} 1-9`)}）。` +
      (verb === 'delete' ? `${typed('done all')} は未完了の ToDo をすべて完了にします。` : ''),
    no_number: ({ token }) => `${quote(token)} は番号でも番号の範囲でもありません。${NUMBERS_HINT}`,
    below_one: ({ token }) => `番号は 1 から始まります（入力：${quote(token)}）。${NUMBERS_HINT}`,
    too_many_numbers: ({ limit }) => `一度に指定できる ToDo は最大 ${limit} 件です。数を減らしてください。`,
    word_too_long: ({ limit, numbers, length }) =>
      `ToDo は番号、または内容のうち最大 ${limit} 文字で指定します。一度に指定できるのは最大 ${numbers} 件です（入力：${length} 文字）。${NUMBERS_HINT}`,
    only_one: ({ verb, count }) =>
      `\`${verb}\` で一度に指定できる ToDo は 1 件です（入力：番号 ${count} 個）。`,
  },
  errors: {
    text_empty: () => 'ToDo には内容が必要です。することを入力してください。',
    text_too_long: ({ part, max, length }) =>
      part === 'text'
        ? `ToDo の内容は最大 ${counted(max)} 文字です（現在 ${counted(length)} 文字）。残りはメモに入力してください。`
        : `${{ notes: 'ToDo のメモ', reason: '辞退の理由' }[part]}は最大 ${counted(max)} 文字です（現在 ${counted(length)} 文字）。短くしてください。`,
    nothing_to_edit: () => '新しい内容か新しいメモが必要ですが、どちらもありません。',
    none_named: () => 'ToDo を 1 件以上指定してください。番号を入力してください。',
    none_open: () => 'このリストに未完了の ToDo はありません。何も変更していません。',
    not_in_list: ({ missing }) =>
      `このリストに ToDo ${missing.join(', ')} はありません。何も変更していません。`,
    went_away: ({ missing, isBack, name }) =>
      `${named(Number(missing))}は${isBack ? `${name ?? '依頼した人'} が取り戻した` : `${name ?? 'ほかの人'} に送られた`}ため、もうこのリストにありません。何も変更していません。`,
    deleted: ({ numbers }) => `${named(numbers.join(', '))}は削除されています。何も変更していません。`,
    other_version: ({ number, expected, version }) =>
      `${named(number)}はその間に変更されました（想定はバージョン ${expected}、現在はバージョン ${version}）。もう一度確認してください。`,
    list_full: ({ max, openCount }) =>
      `1 つのリストに入る未完了の ToDo は最大 ${max} 件です（現在 ${openCount} 件）。先に完了にするか削除してください。`,
    wrong_rule: ({ why, rule }) =>
      `繰り返しの規則 ${quote(rule)} は使えません（${{ unreadable: '解釈できません', too_often: '1 日に 2 回以上になります', never: '該当する日がありません' }[why]}）。何も変更していません。`,
    is_over: ({ at }) =>
      `${clock(at)} は過ぎています。これからの日時を指定してください。何も変更していません。`,
    not_repeating: ({ number }) =>
      `ToDo ${number} は繰り返しではないため、次回に進められません。何も変更していません。`,
    rule_ends: ({ number }) => `ToDo ${number} に次回はありません。何も変更していません。`,
    needs_due: ({ number }) =>
      `ToDo ${number} には期日がないため、その前に知らせることができません。先に期日を設定してください。何も変更していません。`,
    too_long_before: ({ max, minutes }) => `リマインダーは最大 ${max} 分前です（入力：${minutes} 分前）。`,
    too_many_reminders: ({ max, number }) =>
      `1 件の ToDo に設定できるリマインダーは最大 ${max} 個です。ToDo ${number} はすでに上限です。何も変更していません。`,
    changed_nothing: () => 'このリストには、元に戻せる自分の変更がありません。',
    no_such_change: () => 'このリストにその変更はありません。',
    not_your_change: () => '変更を元に戻せるのは、その変更をした本人だけです。',
    undone_already: () => 'この変更はすでに元に戻されています。',
    is_an_undo: () => '元に戻す操作を元に戻すことはできません。もう一度変更してください。',
    changed_since: ({ number, text }) =>
      `${namedWithText(number, text)}はその後に変更されたため、元に戻せません。何も変更していません。`,
    only_receiver: () => 'これは担当している人だけができます。',
    answered_already: () => 'この依頼にはすでに返答がありました。結果を確認してください。',
    not_sent: ({ number }) =>
      `${named(number)}はあなたがほかの人に送ったものではありません。何も変更していません。`,
    answer_first: ({ number }) =>
      `${named(number)}はあなたの返答を待っています。先に引き受けるか辞退してください。何も変更していません。`,
    accept_first: ({ number }) =>
      `${named(number)}は辞退されています。先に引き受けてください。何も変更していません。`,
    not_a_request: ({ number }) => `${named(number)}はあなたへの依頼ではありません。何も変更していません。`,
    decline_instead: ({ number }) =>
      `${named(number)}はほかの人から依頼されたものです。代わりに辞退してください。何も変更していません。`,
    not_open: ({ number }) =>
      `${named(number)}は完了しています。先に未完了に戻してください。何も変更していません。`,
    bumped_lately: () => '前回の依頼から 1 日たっていません。1 日に 1 回までです。何も変更していません。',
    next_since: ({ number, became }) =>
      `次回の${named(number)}がその後に${{ done: '完了', deleted: '削除', changed: '変更' }[became]}されたため、元に戻せません。何も変更していません。`,
    asked_too_often: ({ max, name = '1 人' }) =>
      `${name} に対して返答待ちにできる依頼は ${max} 件までです。返答を待つか、いくつか取り下げてください。何も変更していません。`,
    inbox_full: ({ max, name = 'この人' }) =>
      `${name} にはすでに ${max} 件の依頼が返答待ちのため、これ以上送れません。何も変更していません。`,
    own_list_only: ({ verb }) =>
      `\`${verb}\` は自分だけに関わるもので、ここは複数の人のリストです。\`/todo\` のあとに（\`here\` なしで）入力するか、ボットに送ってください。`,
    changed_only_here: () =>
      `ご自分のリストには、元に戻せる変更がありません。${typed('here undo')} で、このチャンネルのリストでの直前の変更を元に戻せます。`,
    nothing_waits: () => '返答を待っている依頼はありません。何も変更していません。',
    none_sent: ({ verb, words, line }) =>
      `${verb === 'bump' ? '返答待ちの' : '返答待ちか断られた'}依頼に ${quote(words)} を含むものはありません。${typed('sent')} で送った依頼の状況を確認できます。${verb === 'bump' ? addInstead(typed, line) : ''}`,
    several_sent: ({ verb, words, rows, total }) =>
      `${typed(`${verb} ${words}`)} に当てはまる送った依頼がいくつかあります。語を増やすか、先に名前を書いてください：\n${inRows(rows, more, total)}`,
    none_contains: ({ verb, word, line }) =>
      `このリストに ${quote(word)} を含む${stateNamedAfter(verb) === 'done' ? '完了した' : '未完了の'} ToDo はありません。${NUMBERS_HINT}${addInstead(typed, line)}`,
    ambiguous: ({ why, word, rows, total, example }) => {
      const reason = {
        several: `${quote(word)} という語を含む ToDo が複数あります。番号で指定してください`,
        begins: `${quote(word)} という語を含む ToDo はありません。その文字で始まるだけの語は対象にしていません。番号で指定してください`,
        deletes: `何も削除していません。\`delete\` には番号が必要です。${quote(word)} を含むのは次のものです。番号で指定してください`,
      }[why];
      const instance = example === undefined ? '' : `（例：${typed(example)}）`;
      return `${reason}${instance}。\n${inRows(rows, more, total)}`;
    },
    numbers_moved: ({ rows }) =>
      `何も変更していません。番号は表示されていたものと違う可能性があります。現在は次のとおりです。\n${inRows(rows, more)}\nこれでよければ、もう一度同じ内容を入力してください。`,
    no_such_person: ({ name, nearest }) =>
      `@${name} という人はここにいません。${nearest.length === 0 ? 'ユーザー名をご確認ください。' : `${nearest.map((one) => `@${one}`).join('、')} のことですか？`}何も変更していません。`,
    deactivated_person: ({ name }) => `@${name} のアカウントは無効になっています。何も変更していません。`,
    bot_person: ({ name }) => `@${name} はボットで、ボットには ToDo がありません。何も変更していません。`,
    far_guest: ({ name }) =>
      `@${name} と同じチャンネルは見つかりません。ゲストとの依頼は、同じチャンネルにいる人の間でだけできます。私がそのチャンネルにいない場合は、招待してください。何も変更していません。`,
    no_shared_team: ({ name }) =>
      `@${name} と同じチームは見つかりません。依頼できるのは、同じチームの人だけです。何も変更していません。`,
    takes_no_requests: ({ name }) =>
      `@${name} は、ほかの人からの依頼を受け付けていません。何も変更していません。`,
    cannot_read: ({ name }) =>
      `@${name} はこのリストを見られないため、担当にできません。何も変更していません。`,
    unseen_channel: ({ name }) =>
      `私はこのチャンネルにいないため、@${name} がいるかどうか分かりません。先に招待してください。何も変更していません。`,
    knows_nobody: () =>
      'ここでは人を指定できません。誰がいるかを知っているのは Mattermost だけです。Mattermost で入力してください。',
    no_guests: () => 'ゲストは共有リストを使用できません。',
    remind_when: ({ text }) =>
      `いつ知らせるかを入力してください（例：${typed(`remind me 明日 9:00 ${text}`)}）。何も追加していません。`,
    wrong_date: ({ wrong, words }) =>
      `${quote(words)} は日付ではありません（${WRONG[wrong]}）。何も変更していません。「」で囲んだ語は内容として残ります。`,
    program_has_no_verb: ({ program, verb }) =>
      `\`${program}\` に \`${verb}\` はありません。${typed('help')} で使えるコマンドを確認できます。`,
    looks_like_option: ({ program }) =>
      `\`${program}\` は、ハイフンで始まる内容をオプションとみなします。別の文字で始めてください。`,
    nul_character: () => 'NUL 文字を含む内容はプログラムに渡せません。取り除いてください。',
    todo_txt_loses_option: () =>
      'todo-txt では `-n`、`-e`、`-E` だけの内容は失われます。ほかの文字も入力してください。',
    todo_txt_takes_for_done: () =>
      'todo-txt は `x ` で始まる内容を完了したものとみなします。別の文字で始めてください。',
    todo_not_found: 'その ToDo はありません。削除された可能性があります。',
    not_found: '見つからないか、表示する権限がありません。',
    list_archived:
      'このチャンネルはアーカイブされているため、リストは変更できません。アーカイブを解除すると変更できます。',
    list_forbidden: 'このリストを表示する権限がないか、リストが存在しません。',
    program_busy: '`todo` プログラムを待っているコマンドが多すぎます。しばらくしてから再試行してください。',
    too_many_requests: 'リクエストが多すぎます。しばらくしてから再試行してください。',
    mattermost_unavailable: '現在 Mattermost に問い合わせできません。しばらくしてから再試行してください。',
    store_unavailable: 'ToDo の保存先が応答していません。しばらくしてから再試行してください。',
    store_full:
      'ToDo の保存先のディスクがいっぱいのため、何も変更していません。管理者が空きを作る必要があります。',
    store_damaged: 'ToDo の保存先が壊れています。管理者がバックアップを復元する必要があります。',
    stopping: 'ToDo のバックエンドを停止しています。しばらくしてから再試行してください。',
  },
});
