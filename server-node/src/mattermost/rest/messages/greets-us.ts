import { keepSocket } from './keep-socket.ts';

export interface GreetsUsOptions {
  /** With a subpath, if there is one. */
  url: string;
  token: string;
  withinMs: number;
}

/** Whether a WebSocket can be opened with this token, so that what people write to the bot arrives. */
export async function greetsUs({ withinMs, ...options }: GreetsUsOptions): Promise<boolean> {
  const answer = Promise.withResolvers<boolean>();
  // Neither a refused socket nor the pause before the next try keeps a process alive, and doctor has nothing else.
  const timer = setTimeout(() => answer.resolve(false), withinMs);
  const socket = keepSocket({
    ...options,
    onHello: () => answer.resolve(true),
    onEvent: () => undefined,
    onBroken: () => undefined,
  });
  socket.start();
  try {
    return await answer.promise;
  } finally {
    clearTimeout(timer);
    socket.stop();
  }
}
