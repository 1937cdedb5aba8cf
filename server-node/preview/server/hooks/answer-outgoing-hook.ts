import { text } from '../http/call.ts';
import { translateSlack } from '../integrations/slack-syntax.ts';
import { checkMessage, checkRoot } from '../posts/check-post.ts';
import { newPost } from '../posts/new-post.ts';
import { publishPost } from '../posts/publish-post.ts';
import type { Json } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import type { Firing } from './fire-outgoing-hooks.ts';

/**
 * A JSON answer with a text or attachments becomes a post by the creator of the hook, whatever its status.
 * As a comment it hangs under the triggering post, which fails when that is a reply itself.
 */
export function answerOutgoingHook(site: Site, { hook, channel, post }: Firing, body: string): void {
  if (body.trim() === '') return;
  const answer = JSON.parse(body) as Json;
  const attachments = answer['attachments'];
  if (text(answer['text']) === '' && !Array.isArray(attachments)) return;
  const message = translateSlack(text(answer['text']));
  const rootId = answer['response_type'] === 'comment' ? post.id : '';
  checkMessage(message);
  checkRoot(site, rootId, channel);
  const sentProps = typeof answer['props'] === 'object' && answer['props'] !== null ? answer['props'] : {};
  const props = {
    ...sentProps,
    ...(Array.isArray(attachments) ? { attachments } : {}),
    from_webhook: 'true',
    webhook_display_name: hook.display_name,
  };
  const type = text(answer['type']) || (Array.isArray(attachments) ? 'slack_attachment' : '');
  const wanted = { user_id: hook.creator_id, channel_id: channel.id, root_id: rootId, message, type, props };
  publishPost(site, channel, newPost(wanted, site.now()));
}
