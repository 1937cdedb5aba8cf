import { anyOf } from '../patterns.ts';
import { NUMERAL } from './numerals.ts';
import { rule, type Rules } from './rule.ts';
import { beginOf } from './words.ts';

/** Names of things and fixed expressions that hold words of time and say nothing of it. */
const NAMES = [
  '今日头条',
  '今日说法',
  '今日关注',
  '今日看点',
  '明日方舟',
  '明日之后',
  '明日之星',
  '明日香',
  '明天会更好',
  '先天后天',
  '先天和后天',
  '后天免疫',
  '后天努力',
  '后天培养',
  '后天性',
  '下午茶',
  '上午场',
  '下午场',
  '午夜场',
  '晚上好',
  '早上好',
  '早晨好',
  '上午好',
  '中午好',
  '下午好',
  '中午饭',
  '晚间新闻',
  '八点档',
  '零点乐队',
  '午夜蓝',
  '两点一线',
  '三点式',
  '星期五餐厅',
  '黑色星期五',
  '周六福',
  '周六夜现场',
  '周末愉快',
  '周末快乐',
  '周末版',
  '每日优鲜',
  '今日份',
  '每日构建',
  '每日新闻',
  '每日邮报',
  '每日经济新闻',
  '每日一[题句词歌练读善问]',
  '每周之星',
  '每月之星',
  '十月革命',
  '今日事今日毕',
  '三更半夜',
  '三点一线',
  '三点水',
  '后半夜',
  '下半夜',
  '前半夜',
  '上半夜',
  '零点五',
];

/** 班 of one sign, not the beginning of 班会 or 班车. */
const SHIFTS = '(?:上午|下午|晚上)班(?![会车])';
/** The space between two points; 三点到五点之间 is a time. */
const SPACE = '(?<![到至~-])[两二三四]点之间';
/** 前一晚零点: of another day. */
const DAY_BEFORE = '(?:前|头|后)一[天晚夜日][^,。;\\s]{0,5}';
/** 每周例会议程: of a thing that comes again. */
const OF_EACH = '每(?:[日天周月年]|季度)[^,。;\\s\\d]{1,5}(?:纪要|议程|模板|记录|文档|清单)(?=$|[ ,。])';
/** Each year on another date, which is not reckoned. */
const MOVABLE =
  '每年的?(?:清明|春节|元宵|端午|中秋|重阳|七夕|冬至|除夕|母亲节|父亲节|感恩节|复活节|生日|春天|夏天|秋天|冬天|暑假|寒假|过年|农历|阴历|正月|腊月)';

/** Days of the moon's calendar, which no rule here reckons. */
const OF_THE_MOON = [
  `(?:农历|阴历|旧历)(?:[${NUMERAL}]{1,2}月)?(?:初|廿)?[${NUMERAL}]{0,3}`,
  `(?:正月|腊月|冬月|大年)(?:初|廿)?[${NUMERAL}]{0,3}`,
  '八月十五(?![日号])',
];

export const NAME_RULES: Rules = {
  begin: `${beginOf(NAMES)}农阴旧正腊冬大八上下晚每二四前头后`,
  rules: [anyOf(NAMES), SHIFTS, SPACE, DAY_BEFORE, OF_EACH, MOVABLE, ...OF_THE_MOON].map((name) =>
    rule(name, { name: true }),
  ),
};
