import { invalidBody, MattermostError } from '../http/mattermost-error.ts';
import { text } from '../http/call.ts';
import type { Integration, Json, OutgoingHook } from '../site/records.ts';

export type HookFields = Omit<OutgoingHook, keyof Integration>;

export function hookFields(body: Json): HookFields {
  const fields: HookFields = {
    channel_id: text(body['channel_id']),
    team_id: text(body['team_id']),
    trigger_words: strings(body['trigger_words'] ?? []),
    trigger_when: Number(body['trigger_when'] ?? 0),
    callback_urls: strings(body['callback_urls'] ?? []),
    display_name: text(body['display_name']),
    description: text(body['description']),
    content_type: text(body['content_type']),
    username: text(body['username']),
    icon_url: text(body['icon_url']),
  };
  checkHook(fields);
  return fields;
}

function strings(value: unknown): string[] {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
    throw invalidBody('outgoing_webhook');
  return value as string[];
}

function checkHook(fields: HookFields): void {
  if (fields.channel_id === '' && fields.trigger_words.length === 0) {
    throw new MattermostError(
      400,
      'api.webhook.create_outgoing.triggers.app_error',
      'Either trigger_words or channel_id must be set.',
    );
  }
  if (fields.callback_urls.length === 0 || !fields.callback_urls.every(isWebAddress)) {
    throw new MattermostError(
      400,
      'model.outgoing_hook.is_valid.url.app_error',
      'Invalid callback URLs. Each must be a valid URL and start with http:// or https://.',
    );
  }
  if (![0, 1].includes(fields.trigger_when)) {
    throw new MattermostError(
      400,
      'model.outgoing_hook.is_valid.content_type.app_error',
      'Invalid value for content_type.',
    );
  }
}

export const isWebAddress = (url: string): boolean => /^https?:\/\//.test(url) && URL.canParse(url);

/** Two hooks of one channel may share a trigger word, or an address, but not both. */
export function intersects(one: HookFields, other: HookFields): boolean {
  const shared = (left: string[], right: string[]) => left.some((item) => right.includes(item));
  return (
    one.channel_id === other.channel_id &&
    shared(one.callback_urls, other.callback_urls) &&
    (shared(one.trigger_words, other.trigger_words) ||
      (one.trigger_words.length === 0 && other.trigger_words.length === 0))
  );
}
