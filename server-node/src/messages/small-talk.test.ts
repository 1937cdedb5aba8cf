import { describe, expect, it } from '@jest/globals';
import { isSmallTalk } from './small-talk.ts';

describe('what people write to the bot', () => {
  it.each([
    'Hi',
    'hello there!',
    'Good morning 👋',
    'Hey, bot',
    'thanks!',
    'Thank you very much.',
    'ok thx 🙏',
    '👍',
    '🇯🇵',
    ':tada: :+1:',
    'help?',
    '?',
    'Who are you?',
    'what can you do',
    'How do I add a to-do?',
    'Can you remind me tomorrow?',
    'Where can I see my todos?',
    '你好',
    '早上好！',
    '谢谢您',
    '你能做什么？',
    '怎么用',
    '怎么删除待办？',
    'こんにちは',
    'おはようございます。',
    'ありがとうございます！',
    '使い方を教えてください',
    'どうすれば追加できますか？',
  ])('%j is small talk', (text) => {
    expect(isSmallTalk(text)).toBe(true);
  });

  it.each([
    '',
    'Buy milk',
    'Buy milk?',
    'Thank Bob for the flowers',
    'thanks card for Ann',
    'Hello world example in the docs',
    'Say hi to Ann',
    'help Bob with the move',
    'What to cook on Sunday',
    'What should we cook on Sunday',
    'Dinner with Ann?',
    'Morning run',
    'hi\nBuy milk',
    '🎂 for Bob',
    '1',
    '...',
    '买牛奶',
    '感谢信寄给王先生',
    '牛乳を買う',
    'ありがとうカードを書く',
  ])('%j is not', (text) => {
    expect(isSmallTalk(text)).toBe(false);
  });
});
