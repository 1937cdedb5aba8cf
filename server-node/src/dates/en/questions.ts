/** What is asked, not requested: `could you send it by friday?` is a request. */
const YES_OR_NO =
  "(?:is|are|am|was|were|does|did|has|isn['’]?t|aren['’]?t|wasn['’]?t|doesn['’]?t|didn['’]?t|(?:do|don['’]?t|have|had) (?:i|we|you|they|people|any)|how (?:many|much|long|old|far|often|come))";
const OTHERS =
  "(?:what(?:['’]?s)?|who(?:['’]?s)?|whose|whom|which|when(?:['’]?s)?|where(?:['’]?s)?|why|how(?:['’]?s)?|any(?:body|one|thing)?|should i|(?:can|could|shall|should|may|might|would|will) (?:we|he|she|it|they|this|that|the))";
const IN_ONE_SENTENCE = '\\b[^.?!\\n]{0,200}';
const QUESTION = new RegExp(
  `^\\s{0,9}(?:${YES_OR_NO}${IN_ONE_SENTENCE}(?:\\?|$)|${OTHERS}${IN_ONE_SENTENCE}\\?)`,
);

/** Where the question ends with which a line begins, whose days are spoken of: `Is friday ok?`; 0 when there is none. */
export const endOfQuestion = (line: string): number => QUESTION.exec(line)?.[0].length ?? 0;
