import { describe, expect, it } from '@jest/globals';

import { mentionsIn } from './mentions-in.fixture.ts';
import { POST_LENGTH, postText } from './post-text.ts';

const lengthOf = (text: string) => Array.from(text).length;

describe('the text of a post', () => {
  it.each([
    ['letters', 'a'.repeat(POST_LENGTH)],
    ['signs of two units each', '🍞'.repeat(POST_LENGTH)],
  ])('may be as long as Mattermost takes: %s', (_what, text) => {
    expect(postText(text)).toBe(text);
  });

  it.each([
    ['one letter too many', 'a'.repeat(POST_LENGTH + 1)],
    ['much too much', 'word '.repeat(100_000)],
    ['too long only when made harmless', '@all '.repeat(3_200)],
    ['signs of two units each', '🍞'.repeat(POST_LENGTH * 2)],
  ])('is cut with a note: %s', (_what, text) => {
    const cut = postText(text);
    expect(lengthOf(cut)).toBeLessThanOrEqual(POST_LENGTH);
    expect(lengthOf(cut)).toBeGreaterThan(POST_LENGTH - 200);
    expect(cut).toMatch(/the rest did not fit into one message\)$/);
    expect(cut.isWellFormed()).toBe(true);
    expect(mentionsIn(cut)).toEqual([]);
  });

  it('closes a code block that is cut, and mentions nobody from within', () => {
    const cut = postText('```\n' + '@all\n'.repeat(10_000) + '```\n');
    expect(cut).toMatch(/\n```\n\n… \(the rest/);
    expect(lengthOf(cut)).toBeLessThanOrEqual(POST_LENGTH);
    expect(mentionsIn(cut)).toEqual([]);
  });

  it('does not free the mentions of a code span that is cut in two', () => {
    const cut = postText(`${'a'.repeat(POST_LENGTH - 60)} \`@all ${'b'.repeat(200)}\``);
    expect(mentionsIn(cut)).toEqual([]);
  });
});
