import type { Socket } from 'node:net';

/** Frames up to this size together are copied into one buffer, which is faster than handing a list to the system. */
const COPIED_BYTES = 8 * 1024;

/** One write for many frames. */
export function sendAll(socket: Socket, bytes: Buffer[]): void {
  if (socket.destroyed) return;
  const size = bytes.reduce((sum, { length }) => sum + length, 0);
  if (size <= COPIED_BYTES) return void socket.write(Buffer.concat(bytes, size));
  socket.cork();
  for (const piece of bytes) socket.write(piece);
  socket.uncork();
}
