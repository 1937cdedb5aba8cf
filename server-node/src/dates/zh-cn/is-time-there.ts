import type { Expression } from './row.ts';
import type { Said } from './rule.ts';
import { wordAt } from './word-ends.ts';

/** Whether all expressions of a row stand where they say a time, and are not the beginning of a name or a count. */
export function isTimeThere(line: string, expressions: readonly Expression[], whole: Said): boolean {
  const [first] = expressions;
  const last = expressions.at(-1);
  if (first === undefined || last === undefined) return false;
  if (expressions.some((one) => !hasWhatItNeeds(line, one, expressions, whole))) return false;
  if (expressions.length > 1) return true;
  return !(first.said.wide && isOfAThing(line, first)) && !isOfAName(line, first) && !isOfAPlace(line, first);
}

function hasWhatItNeeds(line: string, one: Expression, all: readonly Expression[], whole: Said): boolean {
  const { needs } = one.said;
  if (needs === undefined) return true;
  switch (needs) {
    case 'edge':
      return all.length > 1 || isAtEdge(line, one.from);
    case 'day':
      return all.some((other) => other !== one && saysDay(other.said));
    case 'month':
      return saysMonth(whole);
    case 'clock':
      return (whole.clock ?? whole.part ?? whole.repeat) !== undefined;
    case 'repeat':
      return whole.repeat !== undefined;
  }
}

const saysDay = ({ day, of, repeat, part, clock, weekdays }: Said): boolean =>
  (day ?? of ?? repeat ?? part ?? clock ?? weekdays) !== undefined;

/** A month needs a day in it, unless it comes each year, and the first or last day a month. */
const saysMonth = ({ month, of, repeat, day }: Said): boolean =>
  (repeat !== undefined && day !== undefined && month === undefined) ||
  (repeat?.every === 'year'
    ? (of ?? month) !== undefined
    : of !== undefined && (month !== undefined || repeat?.every === 'month'));

/** The line, a clause or what belongs to the time begins here. */
const isAtEdge = (line: string, at: number): boolean =>
  at === 0 ||
  /(?:[\s,;:.!?、。;:()[\]~-]|[在于到等我]|截止|最晚|最迟)$/.test(line.slice(Math.max(0, at - 4), at));

const OF_A_THING =
  /^的?(?:计划|总结|安排|工作|任务|报表|报告|预算|目标|排班|日程|行程|主题|重点|议程|复盘|汇报|简报|账单|数据|销售|业绩|例会|的)/;
const UP_TO = /^(?:之?前|以前|之?内|以内|底|初)/;

/** 下周计划, 写本周总结: a wide time names things more often than it says when. */
function isOfAThing(line: string, { from, to }: Expression): boolean {
  const behind = line.slice(to, to + 4);
  return !UP_TO.test(behind) && (OF_A_THING.test(behind) || !isAtEdge(line, from));
}

/** Words of one sign that follow a weekday; any other sign alone makes a name of it, as in 周一鸣, 周五金店, 周三亚. */
const WORDS_OF_ONE_SIGN =
  '交开去要给买写做看和跟同与把被将向对为在的前后内早晚到来回见问找约请叫让带取送还发改洗修换拿寄领订付收打吃喝睡起玩学练跑游爬走飞考听说讲谈聊教读背抄画拍录播唱跳陪接搬租退补查验办报签批审测试催盘点结清剪染烫种浇喂遛扫擦拖倒扔装卸拆贴印复传投选定抢挂停充缴存转借加减休值轮出进上下过关会课班假饭酒茶戏再先就都也必需得能可想该或是有没不用从由帮替用我你他她它咱请完前忌戒炒煮炖烤切备订赶追参体调演弄搞干聚骑哄包晒晾缝囤刷默算测扛拼逛躺歇理义排展考面笔口初终一二两三四五六七八九十第另各每全整共约多少大小新老';

const IN_WORDS = /^[零〇一二两三四五六七八九十]/;
const PLACE =
  /(?:影院|影城|剧场|剧院|戏院|书店|书屋|书房|书吧|酒吧|网吧|茶吧|咖啡馆?|酒馆|茶馆|饭馆|餐馆|餐厅|餐吧|食堂|小馆|面馆|火锅|烧烤|超市|便利店|花店|商店|小店|茶铺|花坊|工坊|画室|画廊|民宿|客栈|公寓|乐队|乐园|读书|文化|传媒|咖啡厅|健身房?)/y;

/** A clock time in words right before a place, as in 三点半影院 and 八点半酒吧, is the name of one unless a day says more. */
function isOfAPlace(line: string, { said, from, to }: Expression): boolean {
  if (said.clock === undefined || !IN_WORDS.test(line.slice(from, to))) return false;
  if (/[到至~-]/.test(line.charAt(from - 1))) return false;
  PLACE.lastIndex = to;
  return PLACE.test(line);
}

/** 周三王总来: a surname with a title. */
const SOMEBODY =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文](?:总|哥|姐|叔|姨|工|董|导|老师|经理|主任|医生|律师|教授|先生|女士|阿姨|同学)/;
const LONGEST_TITLE = 4;

/** A weekday alone, and behind it a sign that is no word. */
function isOfAName(line: string, { said, to }: Expression): boolean {
  if (said.day?.kind !== 'weekday' || said.day.week !== undefined || said.weekdays !== undefined)
    return false;
  const word = wordAt(line, to);
  if (SOMEBODY.test(line.slice(to, to + LONGEST_TITLE))) return false;
  return /^\p{Script=Han}$/u.test(word) && !WORDS_OF_ONE_SIGN.includes(word);
}
