import { randomBytes } from 'node:crypto';
import { newId } from '../site/ids.ts';
import type { Json } from '../site/records.ts';

export interface Action extends Json {
  id: string;
  name: string;
  integration?: { url?: string; context?: Json };
}

export interface Attachment extends Json {
  actions?: Action[];
}

const EMPTY = {
  id: 0,
  fallback: '',
  color: '',
  pretext: '',
  author_name: '',
  author_link: '',
  author_icon: '',
  title: '',
  title_link: '',
  text: '',
  fields: null,
  image_url: '',
  thumb_url: '',
  footer: '',
  footer_icon: '',
  ts: null,
};

/** Fills in what the server fills in. What is not an array becomes null. */
export function completeAttachments(sent: unknown): Attachment[] | null {
  if (!Array.isArray(sent)) return null;
  return (sent as Json[]).map((attachment) => ({
    ...EMPTY,
    ...attachment,
    ...(Array.isArray(attachment['actions'])
      ? { actions: (attachment['actions'] as Action[]).map((one) => ({ ...one, id: one.id || newId() })) }
      : {}),
  })) as Attachment[];
}

const withActions = (attachments: unknown, view: (action: Action) => unknown): unknown => {
  if (!Array.isArray(attachments)) return attachments;
  return (attachments as Attachment[]).map((attachment) =>
    attachment.actions === undefined ? attachment : { ...attachment, actions: attachment.actions.map(view) },
  );
};

export const withoutIntegrations = (attachments: unknown): unknown =>
  withActions(attachments, ({ integration: _hidden, ...shown }) => shown);

/** Nothing is kept of an ephemeral post: what its buttons do goes along with them, unreadable. */
export const withCookies = (attachments: unknown): unknown =>
  withActions(attachments, ({ integration, ...shown }) =>
    integration === undefined ? shown : { ...shown, cookie: randomBytes(192).toString('base64') },
  );
