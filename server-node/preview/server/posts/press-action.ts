import { OK } from '../http/answers.ts';
import { objectBody, param, text, type Call } from '../http/call.ts';
import { MattermostError } from '../http/mattermost-error.ts';
import { callAsPresser } from '../integrations/call-as-presser.ts';
import { newTriggerId, readTriggerId } from '../integrations/trigger-id.ts';
import { translateSlack } from '../integrations/slack-syntax.ts';
import type { Json, Post } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import type { Action, Attachment } from './attachments.ts';
import { change } from './change-post.ts';
import { sendEphemeral } from './ephemeral-post.ts';
import { readablePost } from './list-posts.ts';

/** Somebody pressed a button or chose from a select. */
export async function pressAction(site: Site, call: Call): Promise<unknown> {
  const post = readablePost(site, call);
  const action = actionOf(post, param(call.req, 'action_id'));
  const chosen = text(objectBody(call.req, 'action')['selected_option']);
  const triggerId = newTriggerId(call.user.id, site.now());
  const press = { ...pressOf(site, call, post, action, chosen), trigger_id: triggerId };
  const answer = await ask(site, call, action.integration?.url ?? '', press);
  const { update, ephemeral_text: note, skip_slack_parsing: asItIs } = answer;
  if (typeof update === 'object' && update !== null) rewrite(site, post, update as Json);
  if (typeof note === 'string' && note !== '') {
    const message = asItIs === true ? note : translateSlack(note);
    const { channel_id, id, root_id } = post;
    sendEphemeral(site, call.user.id, {
      ...{ user_id: call.user.id, channel_id, root_id: root_id || id, message, props: {} },
    });
  }
  return { ...OK, trigger_id: readTriggerId(triggerId)?.id };
}

function actionOf({ props }: Post, id: string): Action {
  const attachments = (props['attachments'] ?? []) as Attachment[];
  const found = attachments.flatMap(({ actions }) => actions ?? []).find((action) => action.id === id);
  if (found === undefined)
    throw new MattermostError(404, 'api.post.do_action.action_id.app_error', 'Invalid action id.');
  return found;
}

function pressOf(site: Site, { user }: Call, post: Post, action: Action, chosen: string): Json {
  const channel = site.world.channels.get(post.channel_id);
  const team = site.world.teams.get(channel?.team_id ?? '');
  const selected = action['type'] === 'select' && chosen !== '' ? { selected_option: chosen } : {};
  return {
    user_id: user.id,
    user_name: user.username,
    channel_id: post.channel_id,
    channel_name: channel?.name ?? '',
    team_id: team?.id ?? '',
    team_domain: team?.name ?? '',
    post_id: post.id,
    type: action['type'] ?? '',
    data_source: '',
    context: { ...action.integration?.context, ...selected },
  };
}

async function ask(site: Site, call: Call, url: string, body: Json): Promise<Json> {
  try {
    return await callAsPresser(site, call, url, body);
  } catch (error) {
    site.warn(`An action failed: ${String(error)}`);
    throw new MattermostError(
      400,
      'api.post.do_action.action_integration.app_error',
      'Action integration error.',
    );
  }
}

/** A text that is left out is emptied; properties that are left out stay. Nothing else of the answer counts. */
function rewrite(site: Site, post: Post, { message, props }: Json): void {
  change(site, post, { message: text(message), props });
}
