import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { findToken, sessionOf } from '../http/find-session.ts';
import { newId } from '../site/ids.ts';
import type { Site } from '../site/site.ts';
import { answerAction } from './answer-action.ts';
import { Connection } from './connection.ts';
import { welcome } from './welcome.ts';

const MAX_FRAME_BYTES = 8 * 1024;
const PING_EVERY_MS = 60_000;
const KEPT_AFTER_BREAK_MS = 5 * 60_000;

export interface WebSocketRoute {
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** `GET /api/v4/websocket`. */
export function websocketRoute(site: Site): WebSocketRoute {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  const timers = new Set<NodeJS.Timeout>();
  return {
    upgrade(req, socket, head) {
      if (!isAllowedOrigin(site, req)) return refuse(socket, req.headers.origin ?? '');
      server.handleUpgrade(req, socket, head, (ws) => open(site, timers, ws, req));
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

function isAllowedOrigin(site: Site, req: IncomingMessage): boolean {
  const { origin, host } = req.headers;
  return origin === undefined || origin === new URL(site.siteUrl()).origin || origin === `http://${host}`;
}

function refuse(socket: Duplex, origin: string): void {
  const body = `Forbidden\n${JSON.stringify({
    id: 'api.web_socket.connect.upgrade.app_error',
    message: `URL Blocked because of CORS. Url: ${origin}`,
    detailed_error: '',
    request_id: newId(),
    status_code: 400,
  })}`;
  socket.end(
    'HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain; charset=utf-8\r\nSec-Websocket-Version: 13\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function open(site: Site, timers: Set<NodeJS.Timeout>, ws: WebSocket, req: IncomingMessage): void {
  const token = findToken(req)?.token;
  const session = token === undefined ? undefined : sessionOf(site, token);
  const connection = (session && resumed(site, ws, req, session.user_id)) ?? fresh(site, ws);
  const every = (action: () => void, ms: number) => keep(timers, setInterval(action, ms));
  const later = (action: () => void, ms: number) => keep(timers, setTimeout(action, ms));
  if (session !== undefined && connection.userId === undefined)
    welcome(site, connection, session.token, session.user_id);
  const challenge = later(() => void (connection.isAuthenticated || ws.terminate()), site.challengeTimeoutMs);
  const ping = every(() => ws.ping(), PING_EVERY_MS);
  ws.on('message', (data) => answerAction(site, connection, ws, String(data)));
  ws.on('error', () => ws.terminate());
  ws.on('close', () => {
    for (const timer of [challenge, ping]) forget(timers, timer);
    connection.detach(ws);
    later(() => void (connection.isOpen || site.events.remove(connection)), KEPT_AFTER_BREAK_MS);
  });
}

function keep(timers: Set<NodeJS.Timeout>, timer: NodeJS.Timeout): NodeJS.Timeout {
  timers.add(timer.unref());
  return timer;
}

function forget(timers: Set<NodeJS.Timeout>, timer: NodeJS.Timeout): void {
  clearTimeout(timer);
  timers.delete(timer);
}

function fresh(site: Site, ws: WebSocket): Connection {
  const connection = new Connection(
    ws,
    ({ token, userId }) => token !== undefined && sessionOf(site, token)?.user_id === userId,
  );
  site.events.add(connection);
  return connection;
}

/** Only one's own connection, and only with a number that the server can take up again. */
function resumed(site: Site, ws: WebSocket, req: IncomingMessage, userId: string): Connection | undefined {
  const { searchParams } = new URL(req.url ?? '/', 'http://stand-in');
  const [id, number] = [searchParams.get('connection_id'), searchParams.get('sequence_number')];
  if (id === null || number === null || !/^\d+$/.test(number)) return undefined;
  const known = [...site.events.connections()].find((one) => one.id === id && one.userId === userId);
  return known?.resume(ws, Number(number)) === true ? known : undefined;
}
