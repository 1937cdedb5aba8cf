import type { Verb } from '../../contract/vocabulary.ts';
import { simplified } from '../../dates/zh-cn/words.ts';
import type { Locale } from '../texts/locale.ts';

type Words = Partial<Readonly<Record<Verb, readonly string[]>>>;

/**
 * Verbs as people write them in their own language. They count only where numbers or nothing follow, never before a
 * text: `完成 2` ticks, `完成 报告` is a to-do. The blank before a number may be left out.
 */
export const OWN_WORDS: Readonly<Record<Exclude<Locale, 'en'>, Words>> = {
  'zh-CN': {
    list: ['列表', '清单'],
    show: ['查看', '显示'],
    done: ['完成', '搞定'],
    reopen: ['重新打开', '恢复'],
    delete: ['删除', '删掉'],
    note: ['备注'],
    due: ['到期', '截止'],
    snooze: ['推迟', '延后'],
    skip: ['跳过'],
    remind: ['提醒'],
    take: ['认领', '领取'],
    requests: ['请求', '收件箱'],
    accept: ['接受'],
    decline: ['拒绝', '谢绝'],
    sent: ['已发送', '发件箱'],
    mine: ['我的'],
    today: ['今天'],
    tomorrow: ['明天'],
    overdue: ['逾期', '过期'],
    week: ['本周'],
    agenda: ['日程'],
    settings: ['设置'],
    undo: ['撤销', '撤消'],
    open: ['侧边栏'],
    help: ['帮助'],
  },
  ja: {
    list: ['一覧', 'リスト'],
    show: ['表示', '詳細'],
    done: ['完了', '済', '済み'],
    reopen: ['再開', '未完了'],
    delete: ['削除'],
    note: ['メモ', '備考'],
    due: ['期限'],
    snooze: ['延期', 'スヌーズ'],
    skip: ['スキップ'],
    remind: ['リマインド'],
    take: ['担当する'],
    requests: ['依頼', '受信箱'],
    accept: ['引き受ける', '承諾'],
    decline: ['辞退', '断る'],
    sent: ['送信済み', '送信箱'],
    mine: ['自分の担当'],
    today: ['今日'],
    tomorrow: ['明日'],
    overdue: ['期限切れ'],
    week: ['今週'],
    agenda: ['予定'],
    settings: ['設定'],
    undo: ['元に戻す', '取り消し'],
    open: ['サイドバー'],
    help: ['ヘルプ'],
  },
};

/** In the language of who is helped. */
export const ownWordsFor = (verb: Verb, locale: Locale): readonly string[] =>
  locale === 'en' ? [] : (OWN_WORDS[locale][verb] ?? []);

/** Traditional signs of the words above that stand in no word of time, which has its own. */
const SIMPLIFIED: Readonly<Record<string, string>> = {
  刪: '删',
  單: '单',
  復: '复',
  過: '过',
  幫: '帮',
  銷: '销',
  側: '侧',
  邊: '边',
  欄: '栏',
  設: '设',
  認: '认',
  領: '领',
  請: '请',
  絕: '绝',
  謝: '谢',
  發: '发',
  顯: '显',
  備: '备',
  註: '注',
};

const VERB_OF = new Map(
  Object.values(OWN_WORDS).flatMap((words) =>
    Object.entries(words).flatMap(([verb, all]) => all.map((word): [string, Verb] => [word, verb as Verb])),
  ),
);

/** The verb that a word of one's own language stands for in some line. */
export const ownVerbOf = (word: string): Verb | undefined =>
  VERB_OF.get(word) ?? VERB_OF.get([...simplified(word)].map((sign) => SIMPLIFIED[sign] ?? sign).join(''));

const NUMBER_BEHIND = /^([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{1,8})(?=[#＃]?[\d０-９])/u;

/** `完成2` as `完成 2`; all other lines as they are. */
export function partedFromNumber(line: string): string {
  const word = NUMBER_BEHIND.exec(line)?.[1];
  return word === undefined || ownVerbOf(word) === undefined ? line : `${word} ${line.slice(word.length)}`;
}
