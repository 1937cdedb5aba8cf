import { WEBHOOK_PATH } from '../../src/contract/paths.ts';
import type { Stage } from './open-stage.ts';

export interface Message {
  postId: string;
  text: string;
}

/** A message of alice in Town Square, of which the backend has not heard yet. @param rootId of the thread it is in */
export async function postMessage({ mattermost, alice }: Stage, text: string, rootId = ''): Promise<Message> {
  const answer = await fetch(`${mattermost.url}/api/v4/posts`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${alice}` },
    body: JSON.stringify({ channel_id: mattermost.seed.townSquare.id, message: text, root_id: rootId }),
  });
  if (!answer.ok) throw new Error(`The stand-in did not take a message: ${await answer.text()}`);
  return { postId: ((await answer.json()) as { id: string }).id, text };
}

/** As Mattermost's outgoing webhook for that message. */
export function deliverWebhook({ url, mattermost: { seed }, hook }: Stage, { postId, text }: Message) {
  return fetch(url + WEBHOOK_PATH, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      token: hook.token,
      team_id: seed.team.id,
      team_domain: seed.team.name,
      channel_id: seed.townSquare.id,
      channel_name: seed.townSquare.name,
      user_id: seed.alice.id,
      user_name: seed.alice.username,
      post_id: postId,
      text,
      trigger_word: 'todo',
      timestamp: Date.now(),
    }),
  });
}
