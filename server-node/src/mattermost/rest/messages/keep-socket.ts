import { WebSocket } from 'ws';
import { z } from 'zod';
import { MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';
import { USER_AGENT } from '../rest-client.ts';

export interface SocketListener {
  /** Mattermost knows who we are: events come from now on. */
  onHello(): void;
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
const frame = z.object({ event: z.string(), data: z.record(z.string(), z.unknown()).default({}) });

/** Keeps a WebSocket to Mattermost open. One that has answered no ping within `silenceMs` counts as broken. */
export function keepSocket(options: SocketOptions) {
  const { random = Math.random, firstPauseMs = SECOND_MS, silenceMs = 30 * SECOND_MS } = options;
  let socket: WebSocket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = firstPauseMs;
  let stopped = false;

  function open(): void {
    const opened = openSocket(options);
    socket = opened;
    watchSilence(opened, silenceMs);
    opened.on('message', (data) => onFrame(String(data)));
    opened.on('error', () => opened.terminate());
    opened.once('close', () => {
      if (stopped) return;
      options.onBroken();
      timer = setTimeout(open, pauseMs * (0.5 + random())).unref();
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    });
  }

  function onFrame(text: string): void {
    const received = readFrame(text);
    if (received === undefined) return;
    if (received.event !== 'hello') return options.onEvent(received.event, received.data);
    pauseMs = firstPauseMs;
    options.onHello();
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
function openSocket({ url, token }: SocketOptions): WebSocket {
  return new WebSocket(`${url.replace(/^http/, 'ws')}/api/v4/websocket`, {
    headers: { Authorization: `Bearer ${token}`, 'User-Agent': USER_AGENT },
    maxPayload: MAX_FRAME_BYTES,
    handshakeTimeout: 10 * SECOND_MS,
    perMessageDeflate: false,
  });
}

function watchSilence(socket: WebSocket, silenceMs: number): void {
  let heard = true;
  const look = setInterval(() => {
    if (!heard) return socket.terminate();
    heard = false;
    if (socket.readyState === WebSocket.OPEN) socket.ping();
  }, silenceMs).unref();
  for (const sign of ['open', 'message', 'pong']) socket.on(sign, () => (heard = true));
  socket.once('close', () => clearInterval(look));
}

function readFrame(text: string) {
  try {
    return frame.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
