import { SERVER_VERSION } from '../http/answers.ts';
import type { Site } from '../site/site.ts';
import type { Connection } from './connection.ts';

export function welcome(site: Site, connection: Connection, token: string, userId: string): void {
  connection.token = token;
  connection.userId = userId;
  const data = {
    connection_id: connection.id,
    server_hostname: 'localhost',
    server_version: `${SERVER_VERSION}.${SERVER_VERSION}.stand-in.false`,
  };
  const wasOnline = [...site.events.connections()].some(
    (one) => one !== connection && one.isOpen && one.userId === userId,
  );
  connection.send({ event: 'hello', data, broadcast: { ...NOBODY, user_id: userId } });
  if (!wasOnline) site.events.publish('status_change', { status: 'online', user_id: userId }, { userId });
}

const NOBODY = {
  omit_users: null,
  user_id: '',
  channel_id: '',
  team_id: '',
  connection_id: '',
  omit_connection_id: '',
};
