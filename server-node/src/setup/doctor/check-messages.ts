import type { Check } from './doctor-context.ts';
import { fault, ok } from './finding.ts';

/** Whether the backend hears what people write to the bot: Mattermost says it over a WebSocket. */
export const checkMessages: Check = async ({ greetsBot }) => {
  if (await greetsBot()) return [ok('messages', 'What people write to the bot arrives over a WebSocket.')];
  return [
    fault(
      'messages',
      'Mattermost greets nobody at MATTERMOST_URL/api/v4/websocket, so the bot hears no direct messages.',
      'let MATTERMOST_URL lead to Mattermost itself, or let the proxy between hand over the headers Upgrade, Connection and Authorization.',
    ),
  ];
};
