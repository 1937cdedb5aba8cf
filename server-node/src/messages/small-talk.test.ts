import { describe, expect, it } from '@jest/globals';
import { smallTalkIn } from './small-talk.ts';

describe('what people write to the bot', () => {
  it.each([
    'Hi',
    'hello there!',
    'Good morning 👋',
    '👋',
    'Hey, bot',
    'bye',
    '你好',
    '早上好！',
    'こんにちは',
    'おはようございます。',
  ])('%j greets', (text) => {
    expect(smallTalkIn(text)).toBe('greeting');
  });

  it.each([
    'thanks!',
    'Thank you very much.',
    'ok thx 🙏',
    '👍',
    '🇯🇵',
    ':tada: :+1:',
    '谢谢您',
    'ありがとうございます！',
  ])('%j thanks', (text) => {
    expect(smallTalkIn(text)).toBe('thanks');
  });

  it.each([
    'help?',
    'Help me, please',
    '?',
    '👋?',
    'Who are you?',
    'what can you do',
    'How do I add a to-do?',
    'Can you remind me tomorrow?',
    'Where can I see my todos?',
    '你能做什么？',
    '怎么用',
    '怎么删除待办？',
    '使い方を教えてください',
    'どうすれば追加できますか？',
  ])('%j asks the bot', (text) => {
    expect(smallTalkIn(text)).toBe('question');
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
  ])('%j is no small talk', (text) => {
    expect(smallTalkIn(text)).toBeUndefined();
  });
});
