import { wordAt } from './word-ends.ts';

/** Signs that count what is before them, so that 三 in 每周三次 and 周三四点 is no day of the week. */
const COUNTERS: readonly string[] = [
  ...'次遍回个期份篇本条张瓶件家楼层页章位人年月天十百千万',
  '小时',
  '分钟',
  '公里',
];
/** Of an hour and a date, whatever is behind, but for these words. */
const OF_AN_HOUR = /^(?:点(?![名评检餐映货数赞])|时(?![装代候尚])|号(?![召码]))/;

/** Ten o'clock and later stand behind a day: 周六十点. */
const HOUR = /^十[一二]?[点时]/;

/** Whether a numeral before this counts something: yes before 篇博客, no before 家长会, where 家长会 is one word. */
export const isCounted = (behind: string): boolean =>
  !HOUR.test(behind) && (OF_AN_HOUR.test(behind) || COUNTERS.includes(wordAt(behind, 0)));
