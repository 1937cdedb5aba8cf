import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeEventParser, type StreamEvent } from './event-parser.ts';

const STREAM =
  ': ping\n\nevent: change\ndata: {"a":1}\n\nid: 7\nevent: program\r\ndata: one\r\ndata: two\r\n\r\ndata: bare\n\n';
const EVENTS: StreamEvent[] = [
  { name: 'change', data: '{"a":1}' },
  { name: 'program', data: 'one\ntwo' },
  { name: 'message', data: 'bare' },
];

function parseIn(pieces: readonly string[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const parse = makeEventParser((event) => events.push(event));
  pieces.forEach(parse);
  return events;
}

describe('an event stream', () => {
  it('is read in one piece, comments and unknown fields passed over', () => {
    expect(parseIn([STREAM])).toEqual(EVENTS);
  });

  it('is read the same however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 8 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), STREAM.length];
        const pieces = at.slice(1).map((end, index) => STREAM.slice(at[index], end));
        expect(parseIn(pieces)).toEqual(EVENTS);
      }),
    );
  });

  it('gives nothing for an event that is not finished', () => {
    expect(parseIn(['event: change\ndata: {"a":1}\n'])).toEqual([]);
  });
});
