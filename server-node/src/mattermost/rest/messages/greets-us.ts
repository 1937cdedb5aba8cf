import { once } from 'node:events';
import { keepSocket } from './keep-socket.ts';

export interface GreetsUsOptions {
  /** With a subpath, if there is one. */
  url: string;
  token: string;
  withinMs: number;
}

/** Whether a WebSocket can be opened with this token, so that what people write to the bot arrives. */
export async function greetsUs({ withinMs, ...options }: GreetsUsOptions): Promise<boolean> {
  const greeted = new AbortController();
  const socket = keepSocket({
    ...options,
    onHello: () => greeted.abort(),
    onEvent: () => undefined,
    onBroken: () => undefined,
  });
  socket.start();
  try {
    await once(AbortSignal.any([greeted.signal, AbortSignal.timeout(withinMs)]), 'abort');
    return greeted.signal.aborted;
  } finally {
    socket.stop();
  }
}
