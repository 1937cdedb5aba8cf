const REQUEST = /能|可以|可不可以|帮|请|麻烦|提醒|记得/;
const QUESTION = /(?:吗|(?<![看查问认实下道])(?:有没有|是不是|算不算)[^,。;!?]{0,12}) ?[?。]?$/;
const LONGEST = 60;

/** Whether a line asks about a time and requests nothing: 周末加班有没有补贴, 周五放假吗. */
export const isQuestion = (line: string): boolean =>
  line.length <= LONGEST && QUESTION.test(line) && !REQUEST.test(line);
