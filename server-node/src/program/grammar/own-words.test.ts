import { expect, it } from '@jest/globals';
import { VERBS } from '../../contract/vocabulary.ts';
import { isRefusal } from './command.ts';
import { laterWords } from './later-words.ts';
import { OWN_WORDS, ownWordsFor } from './own-words.ts';
import { parseLine } from './parse-line.ts';
import { synonymsFor } from './synonyms.ts';

const verbOfLine = (line: string) => {
  const parsed = parseLine(line);
  return isRefusal(parsed) ? parsed.refused.kind : parsed.verb;
};

it.each([
  ['完成 2', 'done'],
  ['完成2', 'done'],
  ['完成２、４－６', 'done'],
  ['完了 2 4-6', 'done'],
  ['完成 全部', 'done'],
  ['完成', 'which_missing'],
  ['删除 3', 'delete'],
  ['刪除 3', 'delete'],
  ['削除 全部', 'not_all'],
  ['列表', 'list'],
  ['一覧', 'list'],
  ['撤销', 'undo'],
  ['今日', 'today'],
  ['推迟 3 明天', 'snooze'],
  ['期限3 金曜', 'due'],
  ['帮助', 'help'],
  ['设置', 'settings'],
  ['設置', 'settings'],
  ['設定', 'settings'],
  ['設定 画面を直す', 'add'],
])('%s is a command: %s', (line, meaning) => {
  expect(verbOfLine(line)).toBe(meaning);
});

it.each([
  '完成 报告',
  '备注 写清楚',
  'メモを取る',
  '查看报告',
  '显示 3 张图',
  '完成2份报告',
  '完了報告を書く',
  '删除旧文件',
  '列表 整理',
  '今日 買い物',
  '一覧を作る',
  '予定を立てる',
])('%s is a to-do', (line) => {
  expect(parseLine(line)).toEqual({ verb: 'add', text: line });
});

it('has no word twice, in no language', () => {
  const own = Object.values(OWN_WORDS).flatMap((words) => Object.values(words).flat());
  const all = [...own, ...VERBS, ...VERBS.flatMap(synonymsFor), ...laterWords()];
  expect(new Set(all).size).toBe(all.length);
});

it('are shown to those who read the language', () => {
  expect(ownWordsFor('done', 'ja')).toContain('完了');
  expect(ownWordsFor('done', 'en')).toEqual([]);
});
