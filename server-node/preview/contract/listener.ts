import { WebSocket } from 'ws';
import { until } from './integration.ts';
import type { ContractSite } from './open-site.ts';

export interface SocketEvent {
  event: string;
  data: Record<string, unknown>;
  broadcast: Record<string, unknown>;
  seq: number;
}

/** Somebody's WebSocket, and everything that came by it. */
export interface Listener {
  events: SocketEvent[];
  socket: WebSocket;
  /** @throws when no event with such a post comes within 5 s */
  nextPost(event: string, message: string): Promise<Record<string, unknown>>;
  close(): void;
}

export async function openListener(site: ContractSite, token: string, query = ''): Promise<Listener> {
  const events: SocketEvent[] = [];
  const socket = new WebSocket(`${site.url.replace(/^http/, 'ws')}/api/v4/websocket${query}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Partial<SocketEvent>;
    if (message.event !== undefined) events.push(message as SocketEvent);
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    events,
    socket,
    nextPost: (event, message) =>
      until(() => postsOf(events, event).find((post) => post['message'] === message)),
    close: () => socket.terminate(),
  };
}

const postsOf = (events: SocketEvent[], event: string): Record<string, unknown>[] =>
  events
    .filter((one) => one.event === event)
    .map(({ data }) => JSON.parse(String(data['post'])) as Record<string, unknown>);
