import { describe, expect, it } from '@jest/globals';

import type { ByteStream } from './byte-stream.ts';
import { encodeHeader, FLAG, INITIAL_WINDOW, TYPE } from './frame.ts';
import { YamuxSession } from './yamux-session.ts';
import type { YamuxStream } from './yamux-stream.ts';

/** Two sessions joined without a socket; bytes travel when `settle` is called. */
function pair() {
  const accepted: YamuxStream[] = [];
  const wire: { to: () => YamuxSession; bytes: Buffer }[] = [];
  const errors: (Error | undefined)[] = [];
  const make = (side: 'client' | 'server', other: () => YamuxSession): YamuxSession =>
    new YamuxSession({
      side,
      send: (pieces) => void wire.push({ to: other, bytes: Buffer.concat(pieces) }),
      onStream: (stream) => void accepted.push(stream),
      onClosed: (error) => void errors.push(error),
      later: (flush) => void pending.push(flush),
    });
  const pending: (() => void)[] = [];
  const client: YamuxSession = make('client', () => server);
  const server: YamuxSession = make('server', () => client);
  const settle = (): void => {
    while (pending.length > 0 || wire.length > 0) {
      for (const flush of pending.splice(0)) flush();
      for (const { to, bytes } of wire.splice(0)) to().receive(bytes);
    }
  };
  return { client, server, accepted, errors, settle };
}

function collect(stream: ByteStream, credit = true) {
  const seen = { bytes: 0, ended: false, closed: false, error: undefined as Error | undefined };
  stream.listen({
    data: (chunk) => {
      seen.bytes += chunk.length;
      if (credit) stream.consumed(chunk.length);
    },
    ended: () => (seen.ended = true),
    closed: (error) => {
      seen.closed = true;
      seen.error = error;
    },
  });
  return seen;
}

describe('a yamux session', () => {
  it('carries bytes both ways and forgets a stream after both ends', () => {
    const { client, server, accepted, settle } = pair();
    const stream = client.open();
    const here = collect(stream);
    stream.write(Buffer.from('ping'));
    settle();
    const other = accepted[0] as YamuxStream;
    const there = collect(other);
    other.write(Buffer.from('pong!'));
    stream.end();
    settle();
    expect([here.bytes, there.bytes, there.ended, there.closed]).toEqual([5, 4, true, false]);
    other.end();
    settle();
    expect([here.closed, there.closed, client.streamCount, server.streamCount]).toEqual([true, true, 0, 0]);
  });

  it('gives ids by side: odd to the client, even to the server', () => {
    const { client, server } = pair();
    expect([client.open().id, client.open().id, server.open().id, server.open().id]).toEqual([1, 3, 2, 4]);
  });

  it('sends no more than the window allows until the reader has taken it', () => {
    const { client, accepted, settle } = pair();
    const stream = client.open();
    stream.write(Buffer.alloc(3 * INITIAL_WINDOW));
    settle();
    expect(stream.waitingBytes).toBe(2 * INITIAL_WINDOW);
    const seen = collect(accepted[0] as YamuxStream);
    settle();
    expect([seen.bytes, stream.waitingBytes]).toEqual([3 * INITIAL_WINDOW, 0]);
  });

  it('ends after what was written, though it had to wait', () => {
    const { client, accepted, settle } = pair();
    const stream = client.open();
    stream.write(Buffer.alloc(INITIAL_WINDOW + 10));
    stream.end();
    settle();
    const seen = collect(accepted[0] as YamuxStream);
    settle();
    expect([seen.bytes, seen.ended]).toEqual([INITIAL_WINDOW + 10, true]);
  });

  it('ends once, however often it is told to', () => {
    const { client, accepted, errors, settle } = pair();
    const stream = client.open();
    settle();
    (accepted[0] as YamuxStream).listen({ data: () => undefined });
    stream.end();
    stream.end();
    stream.write(Buffer.from('too late'));
    settle();
    expect(errors).toEqual([]);
  });

  it('answers pings', async () => {
    const { client, server, settle } = pair();
    const answered = client.ping();
    settle();
    await answered;
    expect(server.pingsReceived).toBe(1);
  });

  it('tells the other side of a reset', () => {
    const { client, accepted, settle } = pair();
    const stream = client.open();
    settle();
    const seen = collect(accepted[0] as YamuxStream);
    stream.reset();
    settle();
    expect(seen.error).toMatchObject({ code: 'stream_reset' });
  });

  it('refuses streams beyond its limit', () => {
    const streams: YamuxStream[] = [];
    const session = new YamuxSession({
      side: 'server',
      send: () => undefined,
      onStream: (s) => void streams.push(s),
      maxStreams: 2,
    });
    for (const streamId of [1, 3, 5])
      session.receive(encodeHeader({ type: TYPE.windowUpdate, flags: FLAG.syn, streamId, length: 0 }));
    expect(streams.map(({ id }) => id)).toEqual([1, 3]);
    session.close();
  });

  const open = encodeHeader({ type: TYPE.windowUpdate, flags: FLAG.syn, streamId: 1, length: 0 });
  const fin = encodeHeader({ type: TYPE.windowUpdate, flags: FLAG.fin, streamId: 1, length: 0 });

  it.each<[string, Buffer]>([
    ['a wrong version', Buffer.from('010000000000000000000000', 'hex')],
    ['a type that does not exist', Buffer.from('000400000000000000000000', 'hex')],
    [
      'more bytes than the window',
      Buffer.concat([
        open,
        encodeHeader({ type: TYPE.data, flags: 0, streamId: 1, length: INITIAL_WINDOW + 1 }),
      ]),
    ],
    ['a stream opened twice', Buffer.concat([open, open])],
    [
      'a stream of our own side',
      encodeHeader({ type: TYPE.windowUpdate, flags: FLAG.syn, streamId: 2, length: 0 }),
    ],
    ['a stream ended twice', Buffer.concat([open, fin, fin])],
    ['a go-away with an error', encodeHeader({ type: TYPE.goAway, flags: 0, streamId: 0, length: 1 })],
  ])('is given up at %s', (_what, bytes) => {
    const errors: (Error | undefined)[] = [];
    const session = new YamuxSession({
      side: 'server',
      send: () => undefined,
      onStream: (stream) => stream.listen({ data: () => undefined }),
      onClosed: (error) => void errors.push(error),
    });
    session.receive(bytes);
    expect(errors).toEqual([expect.objectContaining({ code: 'protocol' })]);
  });

  it('fails all streams when it is closed', () => {
    const { client } = pair();
    const seen = collect(client.open());
    client.close();
    expect(seen.error).toMatchObject({ code: 'session_closed' });
    expect(() => client.open()).toThrow('closed');
  });
});
