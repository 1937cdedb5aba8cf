import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/** What the backend of the trial saw of one request. */
export interface Seen {
  url: string;
  headers: IncomingHttpHeaders;
}

/** Two plain servers: one that answers for Mattermost, one for the backend. */
export async function startBehindTheProxy() {
  const streams: ServerResponse[] = [];
  const seen: Seen[] = [];
  const mattermost = createServer((request, response) => {
    response.setHeader('Set-Cookie', 'MMAUTHTOKEN=x; Path=/');
    response.end(`mattermost ${request.url}`);
  });
  const sockets = new WebSocketServer({ server: mattermost });
  sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(`echo ${String(data)}`)));
  const backend = createServer((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    if (request.url?.endsWith('/events')) return openStream(response, streams);
    request
      .resume()
      .on('end', () => response.setHeader('Cache-Control', 'no-store').end(`backend ${request.url}`));
  });
  return {
    mattermostPort: await listen(mattermost),
    backendPort: await listen(backend),
    seen,
    streams,
    stop: async () => {
      sockets.clients.forEach((socket) => socket.terminate());
      await Promise.all([close(mattermost), close(backend)]);
    },
  };
}

function openStream(response: ServerResponse, streams: ServerResponse[]): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.flushHeaders();
  streams.push(response);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}

/** A port that was free a moment ago: a proxy cannot say which one it chose itself. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await close(server);
  return port;
}
