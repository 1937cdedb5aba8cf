const REQUEST = /能|可以|可不可以|帮|请|麻烦|提醒|记得/;
const QUESTION =
  /(?:吗|(?<![看查问认实下道])(?:有没有|是不是|算不算)[^,。;!?]{0,12}|(?<![看查问认实下道])(?:星期几|周几|礼拜几|几号|几点)) ?[?。]?$|太[^,。;!?]{1,3}了[。!]?$/;
const LONGEST = 60;

/** Whether a line asks about a time, or complains, and requests nothing: 周末加班有没有补贴, 周五放假吗, 七点起床太早了. */
export const isQuestion = (line: string): boolean =>
  line.length <= LONGEST && QUESTION.test(line) && !REQUEST.test(line);
