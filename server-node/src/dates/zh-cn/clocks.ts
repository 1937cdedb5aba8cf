import type { ClockFact } from '../facts.ts';
import { anyOf, type Groups } from '../patterns.ts';
import { NUMERAL, numberOf } from './numerals.ts';
import { rule, type Rule, type Rules, type Said } from './rule.ts';
import { beginOf, NAMED_HOURS, PARTS, SHORT_PARTS } from './words.ts';

const HOUR_IN_WORDS = '(?:二?十[一二三四五六七八九]?|[零〇一二两三四五六七八九])';
const HOUR = `(?:[01]?\\d|2[0-4]|${HOUR_IN_WORDS})`;
const MINUTES =
  `(?:过?(?<minutes>\\d{1,2}|[二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九])分(?!钟|之)` +
  `|(?<bare>[0-5]\\d|[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九])(?![\\d个人台位元块%:${NUMERAL}])` +
  `|(?<half>半)|(?<quarters>[一三13])刻|(?<sharp>钟|整|正))`;
/** Points, a little, and what else 点 is: 三点建议, 第三点, 早一点. */
const NO_POINT_BEFORE = `(?<!\\d|(?<![周期拜\\d])[${NUMERAL}](?!\\d)|[.第这那几写提列加减扣涨跌降升得有])(?<!补充)`;
/** 早一点, 快一点: a little. */
const NO_LITTLE_BEFORE = '(?<![多少快慢早晚好大小高低远近轻重差])';
const NO_POINT_BEHIND =
  '(?!建议|意见|要求|说明|原因|理由|注意|思考|心得|体会|想法|总结|改进|共识|看法|反馈|疑问|问题|启示|内容|事项|小|' +
  '\\d+倍|档|方向|心|零|几|多|以上|以下|积分|经验|不同|区别|好处|坏处|优势|共同|关键|结论|感|要点|补充|修改|优化|变化|差异|' +
  '特征|特点|期望|希望|定位|了|[^ ]?法(?![院律务])|式|论|也|都|点|儿)';
/** 一点 is "a little" unless this is behind it. */
const ONE_AND = '(?=开会|集合|出发|见面|吃|上课|下课|上班|下班|到|去|睡|起|面试|考试|直播|比赛|前|之前)';

const minutesOf = ({ minutes, bare, half, quarters }: Groups): number | undefined => {
  if (half !== undefined) return 30;
  if (quarters !== undefined) return 15 * (numberOf(quarters) ?? NaN);
  const written = minutes ?? bare;
  return written === undefined ? 0 : numberOf(written);
};

function clockOf(groups: Groups): ClockFact | undefined {
  const hour = numberOf(groups.hour ?? '');
  const minute = minutesOf(groups);
  if (hour === undefined || minute === undefined || minute > 59 || hour > 24) return undefined;
  return hour >= 1 && hour <= 12 ? { hour, minute, open: true } : { hour, minute };
}

/** Nobody gets up at six in the evening. */
const AT_DAWN = /^(?:起床|起来|起身|早起|叫醒|晨[跑练读会]|早[饭餐读])/;

function readHour(groups: Groups, behind: string): Said | undefined {
  const clock = clockOf(groups);
  if (clock === undefined) return undefined;
  return AT_DAWN.test(behind) && clock.open ? { clock: { ...clock, half: 'am' } } : { clock };
}

/** An hour in words without minutes counts where nothing stands before it, or beside a day. */
const readBareHour = (groups: Groups, behind: string): Said | undefined =>
  /^\d/.test(groups.hour ?? '') ? readHour(groups, behind) : onlyAtEdge(readHour(groups, behind));

const onlyAtEdge = (said: Said | undefined): Said | undefined =>
  said === undefined ? undefined : { ...said, needs: 'edge' };

function readMinutesBefore({ before, quarter, ...groups }: Groups): Said | undefined {
  const clock = clockOf(groups);
  const minutes = quarter === undefined ? numberOf(before ?? '') : 15;
  if (clock === undefined || minutes === undefined || minutes < 1 || minutes > 59) return undefined;
  return { clock: { ...clock, hour: clock.hour === 0 ? 23 : clock.hour - 1, minute: 60 - minutes } };
}

function readDigital({ hour, minutes = '0', half }: Groups): Said | undefined {
  const clock: ClockFact = { hour: Number(hour), minute: Number(minutes) };
  if (clock.hour > 24) return undefined;
  return {
    clock: half === undefined ? clock : { ...clock, half: half.toLowerCase() === 'am' ? 'am' : 'pm' },
  };
}

const BEFORE_THE_HOUR = `(?:(?<before>\\d{1,2}|[${NUMERAL}]{1,3})分钟?|(?<quarter>[一1]刻钟?))`;

const RULES: readonly Rule[] = [
  rule(`${NO_POINT_BEFORE}(?<hour>${HOUR})点${MINUTES}${NO_POINT_BEHIND}`, readHour),
  rule(`${NO_POINT_BEFORE}(?<hour>(?!一)${HOUR})点(?!钟|整|半)${NO_POINT_BEHIND}`, readBareHour),
  rule(`(?<=[到至~-])(?<hour>一)点(?![\\u4e00-\\u9fff]{0,1}点)`, readHour),
  rule(`${NO_POINT_BEFORE}${NO_LITTLE_BEFORE}(?<hour>一)点(?!钟|整)${NO_POINT_BEHIND}`, (groups, behind) => {
    const said = readHour(groups, behind);
    return said && { ...said, needs: 'day' };
  }),
  rule(`${NO_POINT_BEFORE}${NO_LITTLE_BEFORE}(?<hour>一)点${ONE_AND}`, readBareHour),
  rule(
    `${NO_POINT_BEFORE}(?<hour>[二三四五六七八])[三四五六七八九]点(?!${NUMERAL}|钟头)${NO_POINT_BEHIND}`,
    readBareHour,
  ),
  rule('(?<![点半分刻整])下班后', { clock: { hour: 18, minute: 0 } }),
  rule(`(?:傍晚|黄昏)(?! ?${HOUR}[点:])`, { clock: { hour: 18, minute: 0 } }),
  rule(`凌晨(?! ?${HOUR}[点:时])`, { clock: { hour: 5, minute: 0 } }),
  rule(`${NO_POINT_BEFORE}(?<hour>\\d{1,2})时(?:(?<minutes>\\d{1,2})分)?`, (groups, behind) => {
    const said = readHour(groups, behind);
    return said && { ...said, endsWord: true };
  }),
  rule(
    `(?<hour>${HOUR_IN_WORDS})时(?:(?<minutes>[${NUMERAL}]{1,3})分|(?<half>半)|(?<sharp>整))?`,
    (groups, behind) => {
      const said = readHour(groups, behind);
      return said && { ...said, needs: 'day', endsWord: true };
    },
  ),
  rule(`差${BEFORE_THE_HOUR}到?(?<hour>${HOUR})点`, readMinutesBefore),
  rule(`(?<hour>${HOUR})点差${BEFORE_THE_HOUR}`, readMinutesBefore),
  rule(
    '(?<![\\d:.])(?<!比[分例] ?)(?<hour>\\d{1,2}):(?<minutes>[0-5]\\d)(?::[0-5]\\d|分(?!钟))?(?![\\d:])(?: ?(?<half>[ap]m)(?![a-z]))?',
    readDigital,
  ),
  rule(
    '(?<=(?:早上|上午|中午|下午|晚上|今晚|明早|明晚) ?)(?<hour>\\d{1,2})\\.(?<minutes>[0-5]\\d)(?![\\d.])',
    readDigital,
  ),
  rule('(?<![\\w.:])(?<hour>1[0-2]|0?[1-9]) ?(?<half>[ap]m)(?![a-z])', readDigital),
  rule(`(?<word>${anyOf(Object.keys(NAMED_HOURS))})`, ({ word = '' }) => {
    const clock = NAMED_HOURS[word];
    return clock && { clock };
  }),
  rule(
    `(?<!(?<![周期拜])一|[整大]|[前后上下](?=半夜))(?<!那天|当天|整个|某天|那个)(?<word>${anyOf(Object.keys(PARTS))})`,
    ({ word = '' }) => {
      const part = PARTS[word];
      return part && { part, ...(part === 'noon' && { endsWord: true as const }) };
    },
  ),
  rule(
    `(?<!最)(?<word>[${Object.keys(SHORT_PARTS).join('')}])(?!一?点|些|期|已|[会餐饭班读市报茶课操安年婚退]|高峰|自习)`,
    ({ word = '' }) => {
      const part = SHORT_PARTS[word];
      return part && { part, needs: 'day', endsWord: true };
    },
  ),
];

export const CLOCK_RULES: Rules = {
  begin: `0123456789${NUMERAL}差早晚${beginOf(Object.keys(PARTS))}${beginOf(Object.keys(NAMED_HOURS))}`,
  rules: RULES,
};
