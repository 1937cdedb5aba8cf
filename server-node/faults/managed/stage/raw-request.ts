import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** A connection on which a test says what it likes, as slowly as it likes. */
export interface RawRequest {
  socket: Socket;
  /** All that came so far. */
  received(): string;
  /** The status of the answer, `0` as long as there is none. */
  status(): number;
  isClosed(): boolean;
}

export async function sendRaw(port: number, lines: readonly string[], body = ''): Promise<RawRequest> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  let closed = false;
  socket.on('data', (chunk: Buffer) => void (text += chunk.toString('latin1')));
  socket.on('error', () => undefined).on('close', () => void (closed = true));
  await once(socket, 'connect');
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  return {
    socket,
    received: () => text,
    status: () => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0),
    isClosed: () => closed,
  };
}
