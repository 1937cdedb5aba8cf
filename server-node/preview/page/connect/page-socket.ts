export interface SocketMessage {
  event: string;
  data: Record<string, unknown>;
  broadcast: Record<string, unknown>;
  seq: number;
}

export interface SocketHandlers {
  onEvent(message: SocketMessage): void;
  /** True on every connection but the first. */
  onUp(again: boolean): void;
  onDown(): void;
}

const RETRY_AFTER_MS = 1_000;

/** The page's WebSocket: the session comes with the cookie, and a broken connection is made anew. */
export function openSocket(basePath: string, handlers: SocketHandlers): () => void {
  const address = `${window.location.origin.replace(/^http/, 'ws')}${basePath}/api/v4/websocket`;
  let connections = 0;
  let closed = false;
  let socket: WebSocket;
  const connect = () => {
    socket = new WebSocket(address);
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as Partial<SocketMessage>;
      if (message.event === 'hello') {
        connections += 1;
        handlers.onUp(connections > 1);
      }
      if (message.event !== undefined) handlers.onEvent(message as SocketMessage);
    };
    socket.onclose = () => {
      if (closed) return;
      handlers.onDown();
      setTimeout(connect, RETRY_AFTER_MS);
    };
  };
  connect();
  return () => {
    closed = true;
    socket.close();
  };
}
