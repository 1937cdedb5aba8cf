import { MattermostError } from '../http/mattermost-error.ts';
import { translateSlack } from '../integrations/slack-syntax.ts';
import { channelMember } from '../people/permissions.ts';
import { checkMessage } from '../posts/check-post.ts';
import { sendEphemeral } from '../posts/ephemeral-post.ts';
import { newPost } from '../posts/new-post.ts';
import { publishPost } from '../posts/publish-post.ts';
import { fireOutgoingHooks } from '../hooks/fire-outgoing-hooks.ts';
import type { Site } from '../site/site.ts';
import type { CommandResponse } from './command-response.ts';
import type { CommandPlace } from './response-urls.ts';

/** Shows an answer, and the extra ones with it. A response type that nobody knows shows nothing. */
export function deliverResponse(site: Site, place: CommandPlace, response: CommandResponse): CommandResponse {
  const shown = response.skip_slack_parsing ? response : { ...response, text: translateSlack(response.text) };
  if (shown.text !== '' || shown.attachments !== null) deliver(site, place, shown);
  for (const extra of shown.extra_responses ?? []) deliverResponse(site, place, extra);
  return shown;
}

function deliver(site: Site, place: CommandPlace, response: CommandResponse): void {
  const channelId = response.channel_id === '' ? place.channelId : response.channel_id;
  const wanted = {
    user_id: place.userId,
    channel_id: channelId,
    root_id: channelId === place.channelId ? place.rootId : '',
    message: response.text,
    type: response.type || (response.attachments === null ? '' : 'slack_attachment'),
    props: {
      ...response.props,
      ...(response.attachments === null ? {} : { attachments: response.attachments }),
      from_webhook: 'true',
    },
  };
  if (['', 'ephemeral'].includes(response.response_type))
    return void sendEphemeral(site, place.userId, wanted);
  if (response.response_type === 'in_channel') publish(site, place, wanted);
}

function publish(site: Site, place: CommandPlace, wanted: Parameters<typeof newPost>[0]): void {
  const channel = site.world.channels.get(wanted.channel_id);
  const user = site.world.users.get(place.userId);
  if (channel === undefined || user === undefined || channelMember(site, channel.id, user.id) === undefined) {
    throw notPosted(place.trigger);
  }
  try {
    checkMessage(wanted.message);
  } catch {
    throw notPosted(place.trigger);
  }
  const post = newPost(wanted, site.now());
  publishPost(site, channel, post);
  fireOutgoingHooks(site, channel, user, post);
}

const notPosted = (trigger: string) =>
  new MattermostError(
    500,
    'api.command.execute_command.create_post_failed.app_error',
    `Command '${trigger}' failed to post response. Please contact your System Administrator.`,
  );
