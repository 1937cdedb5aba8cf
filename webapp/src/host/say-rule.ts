import type { TextId } from './sidebar-texts.ts';

/** The rules that one can choose. Others are written in words, and the backend has the words for them. */
export const RULES: readonly (readonly [rule: string, text: TextId])[] = [
  ['FREQ=DAILY', 'repeat.day'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'repeat.workday'],
  ['FREQ=WEEKLY', 'repeat.week'],
  ['FREQ=MONTHLY', 'repeat.month'],
  ['FREQ=YEARLY', 'repeat.year'],
];

export const textOfRule = (rule: string | null): TextId | undefined =>
  RULES.find(([one]) => one === rule)?.[1];
