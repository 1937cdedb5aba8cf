import { FORM_PATH, PRESS_PATH } from '../contract/paths.ts';
import { signChoices } from '../presses/sentence.ts';
import type { Choices } from '../replies/choices.ts';
import type { Attachment, Signed } from '../replies/pressable.ts';
import type { ReplyId } from '../replies/reply.ts';
import type { Backend } from './open-backend.ts';
import { postId, userId } from './people.ts';

export interface PressAnswered {
  status: number;
  body: {
    update?: { message: string; props: Record<string, unknown>; file_ids: string[] };
    ephemeral_text?: string;
    code?: string;
  };
}

type Called = Pick<Backend, 'url'>;

/** A post of the bot's with something to press, as the delivery makes it, and as Mattermost then knows it. */
export async function postWith(
  { posts, signer }: Backend,
  name: string,
  choices: Choices,
): Promise<Signed[]> {
  const [id, replyId] = [postId(name), `reply ${name}`];
  const props = { todo_node_reply: replyId, kept: 'by others' };
  posts.set(id, { postId: id, replyId, props, fileIds: ['file'] });
  const pressables = await signChoices(signer, choices, { reply: replyId as ReplyId }, Date.now());
  return pressables.map(({ signed }) => signed);
}

/** As Mattermost does for somebody who presses: with the session of theirs. */
export async function press(
  { url }: Called,
  who: string,
  post: string,
  signed: Signed | undefined,
  more: object = {},
): Promise<PressAnswered> {
  const { context, ...fields } = { context: {}, ...more };
  return send(`${url}${PRESS_PATH}`, who, {
    ...{ user_id: userId(who), user_name: who, channel_id: postId('channel'), team_id: '' },
    ...{ post_id: postId(post), trigger_id: 'trigger', type: 'button', data_source: '' },
    context: { ...signed, ...context },
    ...fields,
  });
}

/** What is chosen of a select, as Mattermost says it besides. */
export const choose = (option: number) => ({ context: { selected_option: String(option) } });

export interface FormAnswered {
  status: number;
  body: { errors?: Record<string, string>; error?: string; code?: string };
}

/** As Mattermost does for somebody who fills a form in. */
export async function fillIn(
  { url }: Called,
  who: string,
  state: string,
  submission: unknown,
  more: object = {},
): Promise<FormAnswered> {
  return send(`${url}${FORM_PATH}`, who, {
    ...{ type: 'dialog_submission', callback_id: 'form', state, user_id: userId(who) },
    ...{ channel_id: postId('channel'), team_id: '', submission, cancelled: false, ...more },
  });
}

async function send<Body>(url: string, who: string, body: object): Promise<{ status: number; body: Body }> {
  const headers = { Authorization: `Bearer ${who}`, 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Body };
}

/** What can be pressed below a post after it was rewritten. */
export function shownIn({ body: { update } }: PressAnswered): { label: string; signed: Signed }[] {
  const attachments = (update?.props['attachments'] ?? []) as Attachment[];
  return attachments.flatMap(({ actions }) =>
    actions.map(({ name, integration }) => ({
      label: name,
      signed: integration.context as unknown as Signed,
    })),
  );
}
