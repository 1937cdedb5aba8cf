import { text } from '../http/call.ts';
import { isJson } from '../integrations/call-integration.ts';
import { completeAttachments, type Attachment } from '../posts/attachments.ts';
import type { Json } from '../site/records.ts';

export interface CommandResponse {
  response_type: string;
  text: string;
  username: string;
  channel_id: string;
  icon_url: string;
  type: string;
  props: Json | null;
  goto_location: string;
  trigger_id: string;
  skip_slack_parsing: boolean;
  attachments: Attachment[] | null;
  extra_responses: CommandResponse[] | null;
}

/** Anything that is not declared as JSON is a text, JSON too. @throws when declared JSON is none */
export function readCommandResponse(contentType: string, body: string): CommandResponse {
  return isJson(contentType) ? commandResponse(JSON.parse(body)) : commandResponse({ text: body });
}

function commandResponse(sent: unknown): CommandResponse {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) throw new TypeError('not an object');
  const body = sent as Json;
  for (const field of ['response_type', 'text', 'channel_id', 'goto_location', 'type']) {
    if (!['string', 'undefined'].includes(typeof (body[field] ?? undefined))) throw new TypeError(field);
  }
  const { props, attachments, extra_responses } = body;
  return {
    response_type: text(body['response_type']),
    text: text(body['text']),
    username: text(body['username']),
    channel_id: text(body['channel_id']),
    icon_url: text(body['icon_url']),
    type: text(body['type']),
    props: typeof props === 'object' && props !== null ? (props as Json) : null,
    goto_location: text(body['goto_location']),
    trigger_id: '',
    skip_slack_parsing: body['skip_slack_parsing'] === true,
    attachments: completeAttachments(attachments),
    extra_responses: Array.isArray(extra_responses) ? extra_responses.map(commandResponse) : null,
  };
}
