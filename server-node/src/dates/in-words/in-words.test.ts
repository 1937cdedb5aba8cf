import { describe, expect, it } from '@jest/globals';
import { enWords } from './en.ts';
import { jaWords } from './ja.ts';
import { dateInWords, ruleInWords } from './when-words.ts';
import { zhCnWords } from './zh-cn.ts';

const TODAY = '2026-11-30';

describe('a date in words', () => {
  it.each([
    ['2026-11-29', 'yesterday', '昨天', '昨日'],
    ['2026-11-30T18:00', 'today 18:00', '今天 18:00', '今日 18:00'],
    ['2026-12-01', 'tomorrow', '明天', '明日'],
    ['2026-12-02', 'Wed', '后天', '明後日'],
    ['2026-12-04T17:00', 'Fri 17:00', '周五 17:00', '金曜 17:00'],
    ['2026-12-06', 'Sun', '周日', '日曜'],
    ['2026-12-07', 'Mon, Dec 7', '12月7日 周一', '12月7日(月)'],
    ['2026-11-27', 'Fri, Nov 27', '11月27日 周五', '11月27日(金)'],
    ['2027-01-04', 'Jan 4, 2027', '2027年1月4日', '2027年1月4日(月)'],
  ])('%s', (due, ...expected) => {
    expect([enWords, zhCnWords, jaWords].map((words) => dateInWords(words, due, TODAY, 24))).toEqual(
      expected,
    );
  });

  it.each([
    ['2026-12-04T17:00', 'Fri 5:00 PM', '周五 下午5:00', '金曜 午後5:00'],
    ['2026-12-01T00:05', 'tomorrow 12:05 AM', '明天 上午12:05', '明日 午前12:05'],
    ['2026-12-01T12:30', 'tomorrow 12:30 PM', '明天 下午12:30', '明日 午後12:30'],
    ['2026-12-01T11:59', 'tomorrow 11:59 AM', '明天 上午11:59', '明日 午前11:59'],
    ['2026-12-01', 'tomorrow', '明天', '明日'],
  ])('by a clock of twelve hours: %s', (due, ...expected) => {
    expect([enWords, zhCnWords, jaWords].map((words) => dateInWords(words, due, TODAY, 12))).toEqual(
      expected,
    );
  });
});

describe('a rule in words', () => {
  it.each([
    ['FREQ=DAILY', 'every day', '每天', '毎日'],
    ['FREQ=DAILY;INTERVAL=3', 'every 3 days', '每3天', '3日ごと'],
    ['FREQ=WEEKLY', 'every week', '每周', '毎週'],
    ['FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks', '每2周', '2週間ごと'],
    ['FREQ=WEEKLY;BYDAY=FR', 'every Friday', '每周五', '毎週金曜'],
    [
      'FREQ=WEEKLY;BYDAY=MO,WE,FR',
      'every Monday, Wednesday and Friday',
      '每周一三五',
      '毎週月曜・水曜・金曜',
    ],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday', '每个工作日', '毎平日'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every 2 weeks on Friday', '每2周周五', '2週間ごとの金曜'],
    ['FREQ=MONTHLY', 'every month', '每月', '毎月'],
    ['FREQ=MONTHLY;BYMONTHDAY=1', 'every month on the 1st', '每月1日', '毎月1日'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'every month on the 1st and the 15th', '每月1日、15日', '毎月1日・15日'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day', '每月最后一天', '毎月末日'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'every last Friday', '每月最后一个周五', '毎月最終金曜'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'every 2nd Tuesday', '每月第二个周二', '毎月第2火曜'],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      ...['every last weekday', '每月最后一个工作日', '毎月最終平日'],
    ],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1', 'every 3 months on the 1st', '每3个月的1日', '3か月ごとの1日'],
    ['FREQ=YEARLY', 'every year', '每年', '毎年'],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4', 'every Dec 4', '每年12月4日', '毎年12月4日'],
    ['FREQ=DAILY;COUNT=5', 'every day 5 times', '每天，共5次', '毎日（5回）'],
    [
      'FREQ=DAILY;UNTIL=20261231',
      ...['every day until Dec 31, 2026', '每天，直到2026年12月31日', '毎日（2026年12月31日まで）'],
    ],
    ['FREQ=YEARLY;BYWEEKNO=3', ...['en', 'zh', 'ja'].map(() => 'FREQ=YEARLY;BYWEEKNO=3')],
  ])('%s', (rule, ...expected) => {
    expect([enWords, zhCnWords, jaWords].map((words) => ruleInWords(words, rule, 'due'))).toEqual(expected);
  });

  it('says when it counts from completion', () => {
    const said = [enWords, zhCnWords, jaWords].map((words) =>
      ruleInWords(words, 'FREQ=DAILY;INTERVAL=3', 'done'),
    );
    expect(said).toEqual(['every! 3 days', '完成后每3天', '完了から3日ごと']);
  });
});
