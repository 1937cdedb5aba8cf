import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeChange, makeList, makeTodo } from '../testing/make-todo.ts';
import { RequestFailure } from './request-failure.ts';
import { parseChange, parseCommand, parseList, parseMe } from './views.ts';

describe('what comes from the backend', () => {
  it('is taken as it is when it has the agreed form', () => {
    const list = makeList([makeTodo({ source: { postId: 'p', channelId: 'c' } })]);
    expect(parseList(JSON.parse(JSON.stringify(list)))).toEqual(list);
    const change = makeChange([makeTodo()]);
    expect(parseChange(JSON.parse(JSON.stringify(change)))).toEqual(change);
    expect(parseCommand({ ok: true, answer: 'Added', change: null }).answer).toBe('Added');
  });

  it('loses a row that is no to-do, and keeps the others', () => {
    const good = makeTodo();
    const list = { ...makeList([good]), todos: [null, { ...good, version: 'two' }, good, { id: 1 }] };
    expect(parseList(list).todos).toEqual([good]);
  });

  it('is refused with a sentence when it has another form, whatever it is', () => {
    for (const parse of [parseList, parseChange, parseMe, parseCommand]) {
      fc.assert(
        fc.property(fc.jsonValue(), (value) => {
          expect(() => parse(value)).toThrow(RequestFailure);
        }),
      );
    }
  });
});
