/** Whole messages, without their punctuation and emoji, in lower case. */
const GREETINGS_AND_THANKS = [
  /^(hi|hello|hey|hiya|howdy|yo|greetings|good (morning|afternoon|evening|day|night)|morning)( (there|all|everyone|team|bot|todo))*$/,
  /^((ok|okay|great|cool|perfect|nice|many|oh|no) )*(thanks|thank you|thx|ty|cheers)( (a lot|so much|very much|again|bot|todo))*$/,
  /^(bye|goodbye|good bye|see you)$/,
  /^(你好|您好|大家好|嗨|哈[喽啰囉]|早|早安|早上好|上午好|中午好|下午好|晚上好|晚安|再[见見])[呀啊吗嗎]?$/,
  /^(好的|非常|太)?(谢谢|謝謝|多谢|多謝|感谢|感謝|谢了|謝了)(你|您|啦|了)?$/,
  /^(こんにち[はわ]|こんばん[はわ]|おはよう(ございます)?|はじめまして|初めまして|やあ|どうも|お疲れ(様|さま)(です)?|よろしく(お願いします|おねがいします)?)$/,
  /^(どうも)?(ありがとう|有難う)(ございます|ございました)?$/,
];

/** Whole messages likewise: they ask the bot what it is or does. */
const ASKS_FOR_HELP = [
  /^help$/,
  /^(who|what) are you$/,
  /^what (can|do) you do\b/,
  /^how (can|do) i\b/,
  /^how (do|does) (it|this|you) work\b/,
  /^(怎[么麼样樣]|如何)(使?用|操作)/,
  /^(你|您)(是谁|是誰|是什[么麼]|能做什[么麼]|会什[么麼]|會什[么麼]|可以做什[么麼])/,
  /^(帮助|幫助|使用说明|使用說明|有什[么麼]功能)$/,
  /^(ヘルプ|使い方(は|を教えて(ください)?)?|(何|なに)ができ(る|ます)(の|か|のですか)?|あなたは(誰|だれ|何)(ですか)?)$/,
];

/** Begins questions that have a question mark, when they speak to somebody. */
const QUESTION_TO_SOMEBODY = [
  /^(what|who|how|why|when|where|which|can|could|do|does|did|are|is|will|would|may|should)\b.*\b(you|your|i|this|bot|todos?|to-dos?)\b/,
  /你|您|怎[么麼样樣]|如何/,
  /あなた|(です|ます|の)か$|どう(やって|すれば|したら)|使い方|教えて/,
];

const EMOJI =
  /:[a-z0-9_+-]+:|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;
const PUNCTUATION = /[!.,~…！。，、～?？:;：；）)(（"'’]+/gu;
/** In UTF-16 units; a longer message says more than small talk does. */
const LONGEST = 160;

/**
 * Whether a message to the bot is a greeting, thanks, nothing but emoji, or a question to the bot: what people write
 * to somebody, and not what is to be done.
 */
export function isSmallTalk(text: string): boolean {
  const line = text.trim().toLowerCase();
  if (line === '' || line.length > LONGEST || line.includes('\n')) return false;
  const plain = line.replaceAll('’', "'").replace(EMOJI, ' ');
  const words = plain.replace(PUNCTUATION, ' ').replace(/\s+/g, ' ').trim();
  const isQuestion = /[?？]\s*$/.test(plain);
  if (words === '') return isQuestion || plain !== line;
  return [...GREETINGS_AND_THANKS, ...ASKS_FOR_HELP, ...(isQuestion ? QUESTION_TO_SOMEBODY : [])].some(
    (form) => form.test(words),
  );
}
