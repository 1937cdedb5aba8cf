import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** A connection that never carried a request was perhaps opened for one that is on its way. */
const LOOKS_BEFORE_FIRST_REQUEST = 20;

interface Connection {
  /** Requests that are not answered to the last byte. */
  underWay: number;
  /** What had come in at the last look: more since then may be the beginning of a request. */
  bytesSeen: number;
  /** Looks in a row at which it must be quiet before it is closed. */
  looksLeft: number;
}

/**
 * Knows which connections could be closed without cutting anything. Node's own `closeIdleConnections` leaves those
 * that never carried a request, and destroys those whose answer is ended but not yet sent.
 */
export function trackConnections(server: Server) {
  const connections = new Map<Socket, Connection>();
  server.on('connection', (socket) => {
    connections.set(socket, { underWay: 0, bytesSeen: 0, looksLeft: LOOKS_BEFORE_FIRST_REQUEST });
    socket.once('close', () => connections.delete(socket));
  });
  server.on('request', ({ socket }, res) => {
    const connection = connections.get(socket);
    if (connection === undefined) return;
    connection.underWay += 1;
    connection.looksLeft = 1;
    res.once('close', () => (connection.underWay -= 1));
  });
  return {
    /** One look: closes those that have been quiet for long enough. */
    closeIdle(): void {
      for (const [socket, connection] of connections) {
        if (isQuiet(socket, connection) && --connection.looksLeft <= 0) socket.destroy();
      }
    },
  };
}

function isQuiet(socket: Socket, connection: Connection): boolean {
  const hasRead = connection.bytesSeen !== socket.bytesRead;
  connection.bytesSeen = socket.bytesRead;
  return !hasRead && connection.underWay === 0 && socket.writableLength === 0;
}
