import type { Groups } from '../patterns.ts';
import { NUMERAL, numberOf } from './numerals.ts';
import { rule, type Rule, type Rules, type Said } from './rule.ts';
import { WEEK, WEEKDAYS } from './words.ts';

const MONTH = '(?<month>\\d{1,2}|元|十[一二]?|[一二三四五六七八九])月份?';
const DAY_IN_WORDS =
  '三十一?|[二廿]?十[一二三四五六七八九]?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?';
const DAY = `(?:\\d{1,2}|${DAY_IN_WORDS}|[一二三四五六七八九])`;
const NO_NUMBER_BEFORE = `(?<!(?<![周期拜])[${NUMERAL}]|\\d-|[\\d./第])`;

/** Behind a number with 号 these make it the name of a thing: 3号线, 5号电池. */
const NUMBERED_THINGS =
  '楼|登机口|检票口|站台|月台|出口|入口|车厢|线(?![上下])|机|院|门|厅|房|桌|位|店(?!庆)|台|栋|座|库|舱|井|坑|球|字|文|命令|电池|铅笔|汽油|柴油|油|病|令|码|会议室|' +
  '员工|候选|选题|客户|用户|考生|病人|病床|球|服务器|仓|窗口|柜|车(?![险票展检管贷])|单元|选手|种子|航站楼|馆|教室|宿舍|寝室|公寓|床|公路|高速|胶|钢|针|螺丝|' +
  '风球|箱|船|坝|炉|墙|信封|方案|标|地块|项目|实验|模型|样|队|演播|直播间|链接|商品|产品|技师|师傅|客服|嘉宾|页|题|卷|图|人';

const numbers = (...written: readonly (string | undefined)[]): number[] =>
  written.flatMap((each) => (each === undefined ? [] : (numberOf(each) ?? [])));

/** Behind a month or a year the day may come without 日. */
function readMonthAndDay({ month: writtenMonth, day: writtenDay }: Groups): Said | undefined {
  const [day] = numbers(writtenDay);
  const [month] = numbers(writtenMonth);
  if (day === undefined) return undefined;
  if (writtenMonth === undefined) return day > 31 ? undefined : { of: { day } };
  return month === undefined ? undefined : { month: { month }, of: { day } };
}

function readInDigits({ year, month, day }: Groups): Said | undefined {
  const [monthNumber = 0, dayNumber = 0] = [Number(month), Number(day)];
  const isDay = monthNumber >= 1 && monthNumber <= 12 && dayNumber >= 1 && dayNumber <= 31;
  if (year === undefined && !isDay) return undefined;
  return {
    ...(year !== undefined && { year: { year: Number(year) } }),
    month: { month: monthNumber },
    of: { day: dayNumber },
  };
}

const YEARS: Readonly<Record<string, number>> = { 今: 0, 本: 0, 明: 1, 后: 2 };

function readYear({ year, word = '' }: Groups): Said | undefined {
  if (year === undefined) return { year: { years: YEARS[word] ?? 0 }, needs: 'month' };
  const [number] = numbers(year);
  return number === undefined ? undefined : { year: { year: number }, needs: 'month' };
}

function readNth({ nth, last, fromEnd, weekday }: Groups): Said | undefined {
  const [count = 1] = numbers(nth ?? fromEnd);
  return {
    of: {
      nth: last !== undefined ? -1 : fromEnd !== undefined ? -count : count,
      weekday: weekday === undefined ? 'workday' : weekday === '末' ? SATURDAY : (WEEKDAYS[weekday] ?? 1),
    },
    needs: 'month',
  };
}

/** The day on which a third of a month begins. */
const THIRDS: Readonly<Record<string, number>> = { 上: 1, 中: 11, 下: 21 };
const SATURDAY = 6;
const END_OF_MONTH: Readonly<Record<string, number>> = { 底: -1, 末: -1, 初: 1, 中: 15 };
const ofEnd = ({ end = '' }: Groups): Said => ({
  of: { day: END_OF_MONTH[end] ?? 1 },
  ...(/[底中]/.test(end) && { endsWord: true }),
});
const ofYearEnd = ({ end }: Groups): Said => ({
  month: { month: end === '初' ? 1 : 12 },
  of: { day: end === '初' ? 1 : -1 },
  endsWord: true,
});

const RULES: readonly Rule[] = [
  rule(
    '(?<![\\d./-])(?<year>\\d{4,6})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?![\\d/-])',
    readInDigits,
  ),
  rule(
    '(?<![\\w./:第]|(?<!/\\d{1,2})-)(?<!(?:进度|完成|比分|评分|得分|占比|版本|比例) ?)(?<month>\\d{1,2})/(?<day>\\d{1,2})(?![\\d/a-z%寸杯勺斤个折桶瓶升磅的]|英[寸尺]|扳手|螺|钻头|公|\\.\\d)',
    (groups) => ((said) => said && { ...said, needs: 'edge' as const })(readInDigits(groups)),
  ),
  rule(
    '(?<!(?:早上|上午|中午|下午|晚上|今晚|明早|明晚) ?)(?<![\\w./:第-])(?<month>\\d{1,2})\\.(?<day>\\d{1,2})(?:[日号]|(?= ?(?:[之以]?前|截止|上午|下午|早上|晚上|[(]?周|[去回飞]|出发|入住|到期|开学|开会|放假|上线)))',
    readInDigits,
  ),
  rule('(?<!\\d)(?<year>20\\d\\d)(?<month>[01]\\d)(?<day>[0-3]\\d)(?=[ ,、之以前]|$)', (groups) =>
    ((said) => said && { ...said, needs: 'edge' as const })(readInDigits(groups)),
  ),
  rule(`(?<!\\d)(?:(?<year>\\d{4,6}|[${NUMERAL}]{4})年|(?<word>[今本明后])年)`, readYear),
  rule('(?<![\\d.])(?<year>\\d{2})年(?=\\d{1,2}月\\d{1,2}[日号])', ({ year }) => ({
    year: { year: 2000 + Number(year) },
  })),
  rule('(?:去年|前年|上个?季度)', { past: true }),
  rule(`${NO_NUMBER_BEFORE}${MONTH}的?(?<day>${DAY})(?:[-~到至]${DAY})?[日号]`, readMonthAndDay),
  rule(
    `${NO_NUMBER_BEFORE}${MONTH}(?<day>\\d{1,2}|${DAY_IN_WORDS})(?![\\d${NUMERAL}:点时分年月天个次周%/.])`,
    readMonthAndDay,
  ),
  rule(`${NO_NUMBER_BEFORE}${MONTH}`, ({ month: written }) => {
    const [month] = numbers(written);
    return month === undefined ? undefined : { month: { month }, needs: 'month' };
  }),
  rule('(?<![\\d.])(?<list>\\d{1,2}月(?:[、,和]\\d{1,2}月){1,11})', ({ list = '' }) => ({
    months: (list.match(/\d+/g) ?? []).map(Number),
    needs: 'repeat',
  })),
  rule('上{1,3}一?个?月', { past: true }),
  rule('(?<next>下{1,4})一?个?月份?', ({ next = '' }) => ({ month: { months: next.length }, wide: true })),
  rule('(?:本|这一?个?|当)月份?', { month: { months: 0 }, wide: true }),
  rule('(?<=月份?)月?(?<end>[底末初中])(?![旬一二三四五六七八九十])', ofEnd),
  rule('(?<=月份?的?)(?<third>[上中下])旬', ({ third = '' }) => ({ of: { day: THIRDS[third] ?? 1 } })),
  rule(`(?<=下个?月)(?<day>\\d{1,2})(?![\\d${NUMERAL}:点时分年月天个次周%/.])`, readMonthAndDay),
  rule('(?<=月份?)(?:之内|以内|内)', { of: { day: -1 }, needs: 'month' }),
  rule(`(?<![\\d${NUMERAL}月个本这当上下每])月(?<end>[底末])`, {
    month: { months: 0 },
    of: { day: -1 },
    endsWord: true,
  }),
  rule(`(?<![\\d${NUMERAL}月个本这当上下每])月(?<end>[初中])(?![旬一二三四五六七八九十])`, ofEnd),
  rule(`(?<![\\d${NUMERAL}今本明后去前每])年(?<end>[底末初])`, ofYearEnd),
  rule('(?<=年的?)年?(?<end>[底末初])', ofYearEnd),
  rule('(?<=[今本明]年)(?:之内|以内|内)', { month: { month: 12 }, of: { day: -1 } }),
  rule(`(?<![\\d${NUMERAL}今本明后去前每半全])年内(?!容)`, { month: { month: 12 }, of: { day: -1 } }),
  rule(
    `${NO_NUMBER_BEFORE}(?<!账|帐|编|型|单|房|[a-z])(?<day>${DAY})(?:[-~到至]${DAY})?号(?!${NUMBERED_THINGS})`,
    ({ day: written }) => {
      const [day] = numbers(written);
      return day === undefined || day > 31 ? undefined : { of: { day }, endsWord: true };
    },
  ),
  rule('(?<![\\d./第-])(?<day>\\d{1,2})(?:[-~到至]\\d{1,2})?日(?!游)', ({ day }) =>
    Number(day) > 31 ? undefined : { of: { day: Number(day) }, endsWord: true },
  ),
  rule(`(?<=月份?的?)(?<day>${DAY_IN_WORDS}|[一二三四五六七八九])日`, ({ day: written }) => {
    const [day] = numbers(written);
    return day === undefined ? undefined : { of: { day } };
  }),
  rule(
    '(?:(?<next>下一?个?)|本|这一?个?)?(?:季度|季)的?(?:第一天|(?<end>[初末底]|最后一天))',
    ({ next, end }) => ({
      day: {
        kind: 'quarter',
        quarters: next === undefined ? 0 : 1,
        day: end === undefined || end === '初' ? 1 : -1,
      },
      endsWord: true,
    }),
  ),
  rule('(?:第?(?<quarter>[一二三四1-4])季度|Q(?<short>[1-4]))(?<end>[初末底])', ({ quarter, short, end }) => {
    const last = 3 * (numberOf(quarter ?? short ?? '') ?? 1);
    return end === '初'
      ? { month: { month: last - 2 }, of: { day: 1 } }
      : { month: { month: last }, of: { day: -1 } };
  }),
  rule('(?<=月[底末])的?最后一天', { filler: true }),
  rule('最后一天', { of: { day: -1 }, needs: 'month' }),
  rule('倒数第(?<day>[一二三四五六七八九1-9])天', ({ day }) => {
    const [count] = numbers(day);
    return count === undefined ? undefined : { of: { day: -count }, needs: 'month' };
  }),
  rule('第一天', { of: { day: 1 }, needs: 'month' }),
  rule(
    `(?:第(?<nth>[一二三四五1-5])(?:个|周的?)?|头一?个|首个|(?<last>最后一?个)|倒数第(?<fromEnd>[一二三1-3])个?)(?:${WEEK}(?<weekday>[一二三四五六日天]|末)|工作日)`,
    readNth,
  ),
];

export const DATE_RULES: Rules = {
  begin: `0123456789${NUMERAL}头首元今本明后去前上中下这当月年底末初之以内季Q最第倒`,
  rules: RULES,
};
