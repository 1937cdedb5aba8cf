import { WebSocket } from 'ws';
import { z } from 'zod';
import { isMattermostId } from '../../../shared/ids.ts';
import { MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';
import { USER_AGENT } from '../rest-client.ts';

export interface SocketListener {
  /** Mattermost knows who we are: events come from now on, and what happened before may have been missed. */
  onHello(): void;
  /** Open again after a break, and going on where it was unless a hello follows. */
  onReopened?(): void;
  onEvent(name: string, data: Record<string, unknown>): void;
  /** Closed, refused or fallen silent; it is opened again after a pause. */
  onBroken(): void;
}

export interface SocketOptions extends SocketListener {
  /** With a subpath, if there is one. */
  url: string;
  token: string;
  random?: () => number;
  firstPauseMs?: number;
  silenceMs?: number;
}

const LONGEST_PAUSE_MS = MINUTE_MS;
const MAX_FRAME_BYTES = 1024 * 1024;
const frame = z.object({
  event: z.string(),
  data: z.record(z.string(), z.unknown()).default({}),
  /** Grows by one with each event of a connection, also where it was resumed; 0 is the hello. */
  seq: z.number().default(-1),
});
const answer = z.object({ status: z.string() });

/** Up to which event a connection was heard. */
interface Heard {
  connectionId: string;
  next: number;
}

/**
 * Keeps a WebSocket to Mattermost open, and goes on after a break where it was: Mattermost then sends what was missed
 * and no hello, or, when that is too much, a hello. A socket that has given no sign within `silenceMs` counts as broken,
 * and so does one whose session has ended, which only an answer tells.
 */
export function keepSocket(options: SocketOptions) {
  const { random = Math.random, firstPauseMs = SECOND_MS, silenceMs = 30 * SECOND_MS } = options;
  let socket: WebSocket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = firstPauseMs;
  let stopped = false;
  let heard: Heard | undefined;

  function open(): void {
    const opened = openSocket(options, heard);
    socket = opened;
    watchSilence(opened, silenceMs);
    const onMessage = (data: unknown) => {
      if (takeFrame(String(data))) return;
      // What has arrived behind it is not taken either.
      opened.off('message', onMessage);
      opened.terminate();
    };
    opened.on('message', onMessage);
    if (heard !== undefined) opened.once('open', () => options.onReopened?.());
    opened.on('error', () => opened.terminate());
    opened.once('close', () => {
      if (stopped) return;
      options.onBroken();
      timer = setTimeout(open, pauseMs * (0.5 + random())).unref();
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    });
  }

  /** @returns false when this connection cannot be relied on any more */
  function takeFrame(text: string): boolean {
    const received = readFrame(text);
    if (received === undefined) return true;
    if ('status' in received) {
      // The session has ended: nothing comes any more, and Mattermost leaves the socket open.
      if (received.status === 'FAIL') heard = undefined;
      return received.status !== 'FAIL';
    }
    pauseMs = firstPauseMs;
    const { event, data, seq } = received;
    if (event === 'hello') {
      const { connection_id: id } = data;
      heard = isMattermostId(String(id)) ? { connectionId: String(id), next: seq + 1 } : undefined;
      options.onHello();
      return true;
    }
    if (heard !== undefined && seq !== heard.next) {
      heard = undefined;
      return false;
    }
    if (heard !== undefined) heard.next += 1;
    options.onEvent(event, data);
    return true;
  }

  return {
    start: open,
    stop(): void {
      stopped = true;
      clearTimeout(timer);
      socket?.terminate();
    },
  };
}

/** The bearer at the upgrade saves the challenge. A wrong one is let in all the same, and closed after 5 s. */
function openSocket({ url, token }: SocketOptions, heard: Heard | undefined): WebSocket {
  const from =
    heard === undefined ? '' : `?connection_id=${heard.connectionId}&sequence_number=${heard.next}`;
  return new WebSocket(`${url.replace(/^http/, 'ws')}/api/v4/websocket${from}`, {
    headers: { Authorization: `Bearer ${token}`, 'User-Agent': USER_AGENT },
    maxPayload: MAX_FRAME_BYTES,
    handshakeTimeout: 10 * SECOND_MS,
    perMessageDeflate: false,
  });
}

function watchSilence(socket: WebSocket, silenceMs: number): void {
  let heard = true;
  let asked = 0;
  const look = setInterval(() => {
    if (!heard) return socket.terminate();
    heard = false;
    if (socket.readyState !== WebSocket.OPEN) return;
    socket.ping();
    socket.send(JSON.stringify({ seq: (asked += 1), action: 'ping' }));
  }, silenceMs).unref();
  for (const sign of ['open', 'message', 'pong']) socket.on(sign, () => (heard = true));
  socket.once('close', () => clearInterval(look));
}

function readFrame(text: string) {
  try {
    const read: unknown = JSON.parse(text);
    return frame.safeParse(read).data ?? answer.safeParse(read).data;
  } catch {
    return undefined;
  }
}
