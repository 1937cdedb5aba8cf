import { Client4 } from '../connect/client.ts';
import type { CommandArgs } from '../plugins/components.ts';
import { randomId } from '../plugins/random-id.ts';
import type { PageStore } from '../store/store.ts';

/** `sent`: the draft may go. `unknown command`: a second Enter sends the text as a message. */
export type Outcome =
  { kind: 'sent' } | { kind: 'failed'; message: string } | { kind: 'unknown command'; message: string };

const SENT: Outcome = { kind: 'sent' };

/**
 * What the web client's composer does: plugins are asked about commands first, in the order of their ids,
 * and what they leave goes to the server.
 */
export async function submit(
  store: PageStore,
  text: string,
  args: CommandArgs,
  asMessage: boolean,
): Promise<Outcome> {
  try {
    return text.startsWith('/') && !asMessage
      ? await submitCommand(store, text, args)
      : await submitMessage(store, text, args);
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

async function submitCommand(store: PageStore, typed: string, typedArgs: CommandArgs): Promise<Outcome> {
  let [message, args] = [typed, typedArgs];
  for (const { hook } of store.getState().plugins.components.SlashCommandWillBePosted) {
    const verdict = await hook(message, args);
    if (!verdict) continue;
    if (verdict.error !== undefined) return { kind: 'failed', message: verdict.error.message };
    if (verdict.message === undefined) return SENT;
    message = verdict.message;
    args = verdict.args ?? args;
  }
  return execute(message, args);
}

async function execute(message: string, args: CommandArgs): Promise<Outcome> {
  try {
    await Client4.executeCommand(message, args);
    return SENT;
  } catch (error) {
    const { server_error_id: id, message: words } = error as { server_error_id?: string; message: string };
    const kind = id === 'api.command.execute_command.not_found.app_error' ? 'unknown command' : 'failed';
    return { kind, message: words };
  }
}

async function submitMessage(store: PageStore, text: string, args: CommandArgs): Promise<Outcome> {
  const { currentUserId } = store.getState().entities.users;
  let post = {
    channel_id: args.channel_id,
    root_id: args.root_id,
    message: text,
    pending_post_id: `${currentUserId}:${randomId()}`,
  };
  for (const { hook } of store.getState().plugins.components.MessageWillBePosted) {
    const verdict = await hook(post);
    if (verdict?.error !== undefined) return { kind: 'failed', message: verdict.error.message };
    if (verdict?.post !== undefined) post = { ...post, ...verdict.post };
  }
  await Client4.createPost(post as never);
  return SENT;
}
