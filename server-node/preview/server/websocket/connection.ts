import type { WebSocket } from 'ws';
import { newId } from '../site/ids.ts';
import type { Json } from '../site/records.ts';

/** So many missed events can be caught up; one more, and all are lost. */
export const MAX_CAUGHT_UP = 256;

interface Event {
  event: string;
  data: Json;
  broadcast: Json;
}

interface Frame extends Event {
  seq: number;
}

/** One connection of one person. It survives a break of its socket for a while, so that it can be resumed. */
export class Connection {
  readonly id = newId();
  userId: string | undefined;
  /** The token it was opened with: events end when the session does. */
  token: string | undefined;
  #socket: WebSocket | undefined;
  #seq = 0;
  #sent: Frame[] = [];
  readonly #isAlive: () => boolean;

  constructor(socket: WebSocket, isAlive: (connection: Connection) => boolean) {
    this.#socket = socket;
    this.#isAlive = () => isAlive(this);
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === 1;
  }

  get isAuthenticated(): boolean {
    return this.userId !== undefined && this.#isAlive();
  }

  send({ event, data, broadcast }: Event): void {
    if (!this.isAuthenticated) return;
    const frame = { event, data, broadcast, seq: this.#seq };
    this.#seq += 1;
    this.#sent.push(frame);
    if (this.#sent.length > MAX_CAUGHT_UP) this.#sent.shift();
    this.#write(frame);
  }

  reply(body: Json): void {
    this.#write(body);
  }

  detach(socket: WebSocket): void {
    if (this.#socket === socket) this.#socket = undefined;
  }

  close(): void {
    this.#socket?.terminate();
  }

  /** Without any event sent anew, when it cannot be resumed at that number. */
  resume(socket: WebSocket, sequenceNumber: number): boolean {
    if (sequenceNumber === 0) return this.#startOver(socket);
    const missed = this.#sent.filter(({ seq }) => seq >= sequenceNumber);
    if (sequenceNumber > this.#seq || this.#seq - sequenceNumber !== missed.length) return false;
    this.#socket = socket;
    for (const frame of missed) this.#write(frame);
    return true;
  }

  /** As Mattermost does: no hello, nothing replayed, and numbers from 0 again. */
  #startOver(socket: WebSocket): boolean {
    this.#socket = socket;
    this.#seq = 0;
    this.#sent = [];
    return true;
  }

  #write(frame: unknown): void {
    if (this.isOpen) this.#socket?.send(JSON.stringify(frame));
  }
}
