import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { WebSocketServer, type WebSocket } from 'ws';
import { keepSocket, type SocketOptions } from './keep-socket.ts';

const ID = 'c'.repeat(26);
const HELLO = { event: 'hello', data: { connection_id: ID }, broadcast: {}, seq: 0 };
const event = (seq: number) => ({ event: 'posted', data: { post: `post ${seq}` }, broadcast: {}, seq });

let server: WebSocketServer;
let heard: string[];
let kept: { stop(): void };

beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  heard = [];
});
afterEach(async () => {
  kept.stop();
  for (const client of server.clients) client.terminate();
  await new Promise((resolve) => server.close(resolve));
});

interface Connected {
  socket: WebSocket;
  /** Behind the path of the WebSocket. */
  query: string;
}

async function nextConnection(): Promise<Connected> {
  const [socket, request] = (await once(server, 'connection')) as [WebSocket, { url: string }];
  return { socket, query: request.url.replace('/api/v4/websocket', '') };
}

async function connect(more: Partial<SocketOptions> = {}): Promise<Connected> {
  const connected = nextConnection();
  const socket = keepSocket({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'secret',
    firstPauseMs: 1,
    onHello: () => heard.push('hello'),
    onEvent: (_name, data) => heard.push(String(data['post'])),
    onReopened: () => heard.push('open again'),
    onBroken: () => heard.push('broken'),
    ...more,
  });
  kept = socket;
  socket.start();
  return connected;
}

const send = ({ socket }: Connected, frame: object) => socket.send(JSON.stringify(frame));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Connected, with the first event heard. */
async function connectedAt(seq: number, more: Partial<SocketOptions> = {}): Promise<Connected> {
  const first = await connect(more);
  send(first, HELLO);
  send(first, event(seq));
  await until(() => heard.length === 2);
  return first;
}

it('goes on after a break where it was: what was missed comes without a hello', async () => {
  const first = await connectedAt(1);
  expect(first.query).toBe('');
  const again = nextConnection();
  first.socket.terminate();
  const second = await again;
  expect(second.query).toBe(`?connection_id=${ID}&sequence_number=2`);
  send(second, event(2));
  send(second, event(3));
  await until(() => heard.length === 6);
  expect(heard).toEqual(['hello', 'post 1', 'broken', 'open again', 'post 2', 'post 3']);
});

it('hears a hello where too much was missed, and counts anew', async () => {
  const first = await connectedAt(1);
  let again = nextConnection();
  first.socket.terminate();
  const second = await again;
  const other = 'd'.repeat(26);
  send(second, { ...HELLO, data: { connection_id: other } });
  await until(() => heard.length === 5);
  again = nextConnection();
  second.socket.terminate();
  expect((await again).query).toBe(`?connection_id=${other}&sequence_number=1`);
  expect(heard.slice(0, 6)).toEqual(['hello', 'post 1', 'broken', 'open again', 'hello', 'broken']);
});

it('begins anew when an event is missing, and does not take the ones after it', async () => {
  const first = await connectedAt(1);
  const again = nextConnection();
  send(first, event(3));
  expect((await again).query).toBe('');
  expect(heard).toEqual(['hello', 'post 1', 'broken']);
});

it('asks now and then, as a session that has ended leaves its socket open and answers pings', async () => {
  const first = await connect({ silenceMs: 20 });
  const [asked] = (await once(first.socket, 'message')) as [Buffer];
  expect(JSON.parse(String(asked))).toEqual({ seq: 1, action: 'ping' });
});

it.each([
  ['stays when it is told that all is well', 'OK', ['hello', 'post 1', 'post 2']],
  ['begins anew when it is told that its session has ended', 'FAIL', ['hello', 'post 1', 'broken']],
])('%s', async (_what, status, all) => {
  const first = await connectedAt(1);
  const again = nextConnection();
  send(first, { status, seq_reply: 1, error: { status_code: 401 } });
  send(first, event(2));
  await until(() => heard.length === 3);
  expect(heard).toEqual(all);
  if (status === 'FAIL') expect((await again).query).toBe('');
});
