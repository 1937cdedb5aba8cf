/** What somebody wants to hear who writes so; a `question` is one to the bot. */
export type SmallTalk = 'greeting' | 'thanks' | 'question';

/** Whole messages, without their punctuation and emoji, in lower case. */
const GREETINGS = [
  /^(hi|hello|hey|hiya|howdy|yo|greetings|good (morning|afternoon|evening|day|night)|morning)( (there|all|everyone|team|bot|todo))*$/,
  /^(bye|goodbye|good bye|see you)$/,
  /^(你好|您好|大家好|嗨|哈[喽啰囉]|早|早安|早上好|上午好|中午好|下午好|晚上好|晚安|再[见見])[呀啊吗嗎]?$/,
  /^(こんにち[はわ]|こんばん[はわ]|おはよう(ございます)?|はじめまして|初めまして|やあ|どうも|お疲れ(様|さま)(です)?|よろしく(お願いします|おねがいします)?)$/,
];

const THANKS = [
  /^((ok|okay|great|cool|perfect|nice|many|oh|no) )*(thanks|thank you|thx|ty|cheers)( (a lot|so much|very much|again|bot|todo))*$/,
  /^(好的|非常|太)?(谢谢|謝謝|多谢|多謝|感谢|感謝|谢了|謝了)(你|您|啦|了)?$/,
  /^(どうも)?(ありがとう|有難う)(ございます|ございました)?$/,
];

/** Whole messages likewise: they ask the bot what it is or does. */
const ASKS_FOR_HELP = [
  /^(please )?help( me)?( please)?$/,
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
const WAVE = /👋|:wave:/u;
const PUNCTUATION = /[!.,~…！。，、～?？:;：；）)(（"'’]+/gu;
/** In UTF-16 units; a longer message says more than small talk does. */
const LONGEST = 160;

/**
 * What a message to the bot is that people write to somebody, and that is not what is to be done. Nothing but emoji
 * thanks or cheers.
 */
export function smallTalkIn(text: string): SmallTalk | undefined {
  const line = text.trim().toLowerCase();
  if (line === '' || line.length > LONGEST || line.includes('\n')) return undefined;
  const plain = line.replaceAll('’', "'").replace(EMOJI, ' ');
  const words = plain.replace(PUNCTUATION, ' ').replace(/\s+/g, ' ').trim();
  const isQuestion = /[?？]\s*$/.test(plain);
  const is = (forms: readonly RegExp[]) => forms.some((form) => form.test(words));
  if (words === '' && !isQuestion)
    return plain === line ? undefined : WAVE.test(line) ? 'greeting' : 'thanks';
  if (words === '' || is(ASKS_FOR_HELP) || (isQuestion && is(QUESTION_TO_SOMEBODY))) return 'question';
  if (is(THANKS)) return 'thanks';
  return is(GREETINGS) ? 'greeting' : undefined;
}
