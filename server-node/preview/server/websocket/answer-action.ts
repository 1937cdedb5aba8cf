import type { WebSocket } from 'ws';
import { SERVER_VERSION } from '../http/answers.ts';
import { sessionOf } from '../http/find-session.ts';
import type { Json } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import type { Connection } from './connection.ts';
import { welcome } from './welcome.ts';

/** What the other side sends. A frame that is no JSON ends the connection. */
export function answerAction(site: Site, connection: Connection, ws: WebSocket, frame: string): void {
  const sent = parse(frame);
  if (sent === undefined) return ws.terminate();
  const { seq, action, data = {} } = sent;
  if (typeof action !== 'string' || action === '') return fail(connection, seq, NO_ACTION);
  if (typeof seq !== 'number' || seq <= 0) return fail(connection, undefined, BAD_SEQ);
  if (action === 'authentication_challenge') return challenge(site, connection, ws, seq, data as Json);
  if (!connection.isAuthenticated) return refuseUnknown(connection, seq);
  act(site, connection, seq, action, data as Json);
}

function parse(frame: string): Json | undefined {
  try {
    const parsed: unknown = JSON.parse(frame);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Json) : undefined;
  } catch {
    return undefined;
  }
}

function challenge(site: Site, connection: Connection, ws: WebSocket, seq: number, { token }: Json): void {
  const session = typeof token === 'string' ? sessionOf(site, token) : undefined;
  if (session === undefined) return ws.terminate();
  if (connection.userId === undefined) welcome(site, connection, session.token, session.user_id);
  connection.reply({ status: 'OK', seq_reply: seq });
}

/** Silence before a person is known; a clear word when the session that was good is no more. */
function refuseUnknown(connection: Connection, seq: number): void {
  if (connection.userId !== undefined) fail(connection, seq, NOT_AUTHENTICATED);
}

function act(site: Site, connection: Connection, seq: number, action: string, data: Json): void {
  const answers: Record<string, () => Json | undefined> = {
    ping: () => ({ node_id: '', server_time: site.now(), text: 'pong', version: SERVER_VERSION }),
    get_statuses: () => statuses(site),
    user_typing: () => typing(site, connection, data),
    user_update_active_status: () => undefined,
    presence: () => undefined,
  };
  const answer = answers[action];
  if (answer === undefined) return fail(connection, seq, BAD_ACTION);
  const found = answer();
  connection.reply({ status: 'OK', seq_reply: seq, ...(found === undefined ? {} : { data: found }) });
}

function statuses(site: Site): Json {
  const online = [...site.world.users.keys()].filter((id) => site.events.isConnected(id));
  return Object.fromEntries(online.map((id) => [id, 'online']));
}

function typing(site: Site, { userId = '' }: Connection, { channel_id, parent_id }: Json): undefined {
  const data = { parent_id: String(parent_id ?? ''), user_id: userId };
  site.events.publish('typing', data, { channelId: String(channel_id), omitUser: userId });
}

interface Failure {
  id: string;
  message: string;
  status_code: number;
}

const failure = (id: string, message: string, status_code: number): Failure => ({
  id: `api.web_socket_router.${id}.app_error`,
  message,
  status_code,
});

const NO_ACTION = failure('no_action', 'No websocket action.', 400);
const BAD_SEQ = failure('bad_seq', 'Invalid sequence for WebSocket message.', 400);
const BAD_ACTION = failure('bad_action', 'Unknown WebSocket action.', 500);
const NOT_AUTHENTICATED = failure(
  'not_authenticated',
  'WebSocket connection is not authenticated. Please log in and try again.',
  401,
);

function fail(connection: Connection, seq: unknown, { id, message, status_code }: Failure): void {
  connection.reply({
    status: 'FAIL',
    ...(typeof seq === 'number' ? { seq_reply: seq } : {}),
    error: { id, message, detailed_error: '', status_code },
  });
}
