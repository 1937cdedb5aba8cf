import { serviceSetting } from '../site/config-section.ts';
import type { Channel, OutgoingHook, Post, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { callIntegration, formEncode } from '../integrations/call-integration.ts';
import { answerOutgoingHook } from './answer-outgoing-hook.ts';
import { triggerWordOf } from './trigger-word.ts';

/** In public channels only; each address is called once, whatever comes of it. */
export function fireOutgoingHooks(site: Site, channel: Channel, user: User, post: Post): void {
  if (channel.type !== 'O' || serviceSetting(site.world, 'EnableOutgoingWebhooks') !== true) return;
  for (const hook of site.world.outgoingHooks.values()) {
    if (hook.team_id !== channel.team_id || !['', channel.id].includes(hook.channel_id)) continue;
    const triggerWord = triggerWordOf(hook, post.message);
    if (triggerWord === undefined) continue;
    for (const url of hook.callback_urls) {
      void fire(site, { hook, channel, user, post, triggerWord }, url).catch((error: unknown) => {
        site.warn(`The outgoing webhook to ${url} failed: ${String(error)}`);
      });
    }
  }
}

export interface Firing {
  hook: OutgoingHook;
  channel: Channel;
  user: User;
  post: Post;
  triggerWord: string;
}

async function fire(site: Site, firing: Firing, url: string): Promise<void> {
  const { contentType, body } = encode(site, firing);
  const headers = { Accept: 'application/json', 'Content-Type': contentType };
  const answer = await callIntegration(site, { method: 'POST', url, headers, body });
  answerOutgoingHook(site, firing, answer.body);
}

/** JSON carries the moment in milliseconds, a form in seconds. */
function encode(site: Site, { hook, channel, user, post, triggerWord }: Firing) {
  const fields = (timestamp: number) => ({
    token: hook.token,
    team_id: hook.team_id,
    team_domain: site.world.teams.get(hook.team_id)?.name ?? '',
    channel_id: channel.id,
    channel_name: channel.name,
    timestamp,
    user_id: user.id,
    user_name: user.username,
    post_id: post.id,
    text: post.message,
    trigger_word: triggerWord,
    file_ids: '',
  });
  if (hook.content_type === 'application/json') {
    return { contentType: 'application/json', body: JSON.stringify(fields(post.create_at)) };
  }
  const { timestamp, ...rest } = fields(Math.floor(post.create_at / 1000));
  return {
    contentType: 'application/x-www-form-urlencoded',
    body: formEncode({ ...rest, timestamp: String(timestamp) }),
  };
}
