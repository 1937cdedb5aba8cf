import { channelMember, teamMember } from '../people/permissions.ts';
import type { Json } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import type { Connection } from './connection.ts';

/** Who gets an event: one person, the members of a channel or of a team, or (nothing named) everybody. */
export interface Audience {
  userId?: string;
  channelId?: string;
  teamId?: string;
  omitUser?: string;
  /** Marks events from which private fields were taken. */
  sanitized?: boolean;
  /** What this person gets in place of the common data. */
  dataFor?: (userId: string) => Json;
}

/** All WebSocket connections, those in the few minutes after a break too. */
export class EventHub {
  readonly #connections = new Set<Connection>();
  #site: Site | undefined;
  readonly #onEvent: () => void;

  /** @param onEvent called for every event: something has changed */
  constructor(onEvent: () => void = () => undefined) {
    this.#onEvent = onEvent;
  }

  serve(site: Site): void {
    this.#site = site;
  }

  add(connection: Connection): void {
    this.#connections.add(connection);
  }

  remove(connection: Connection): void {
    this.#connections.delete(connection);
  }

  connections(): Iterable<Connection> {
    return this.#connections;
  }

  /** Open ones only. */
  connectionCount(): number {
    return [...this.#connections].filter(({ isOpen }) => isOpen).length;
  }

  isConnected(userId: string): boolean {
    return [...this.#connections].some((one) => one.isOpen && one.userId === userId);
  }

  publish(event: string, data: Json, audience: Audience): void {
    this.#onEvent();
    const broadcast = broadcastOf(audience);
    for (const connection of this.#connections) {
      const { userId } = connection;
      if (userId === undefined || !this.#hears(userId, audience)) continue;
      connection.send({ event, data: audience.dataFor?.(userId) ?? data, broadcast });
    }
  }

  #hears(userId: string, { userId: only, channelId, teamId, omitUser }: Audience): boolean {
    if (this.#site === undefined || omitUser === userId) return false;
    if (only !== undefined) return only === userId;
    if (channelId !== undefined) return channelMember(this.#site, channelId, userId) !== undefined;
    return teamId === undefined || teamMember(this.#site, teamId, userId) !== undefined;
  }
}

function broadcastOf({ userId, channelId, teamId, omitUser, sanitized }: Audience): Json {
  return {
    omit_users: omitUser === undefined ? null : { [omitUser]: true },
    user_id: userId ?? '',
    channel_id: channelId ?? '',
    team_id: teamId ?? '',
    connection_id: '',
    omit_connection_id: '',
    ...(sanitized === true ? { contains_sanitized_data: true } : {}),
  };
}
