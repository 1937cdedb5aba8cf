import type { RequestHandler } from 'express';
import type { WrittenPost } from '../../callers/written-post.ts';
import { AppError } from '../../shared/app-error.ts';
import type { HttpDeps } from '../http-deps.ts';
import { parse } from '../parse.ts';
import { setActor } from '../request-state.ts';
import { sendJson } from '../send-json.ts';
import { makeCheckHookPlace, makeCheckHookToken } from './check-hook-token.ts';
import { findOrigin } from './find-origin.ts';
import { webhookPayload, webhookToken } from './webhook-payload.ts';

/**
 * Mattermost delivers once, waits 30 s and ignores the status. So the command runs first and the answer comes
 * after it: what was acknowledged is in the store, its reply in the outbox. The answer says nothing, because
 * Mattermost would post it in the name of whoever created the webhook.
 *
 * Before anything is done the message is looked up: where it was written, by whom and what it says is Mattermost's
 * word, not that of the delivery.
 */
export function makeReceiveWebhook(deps: HttpDeps): RequestHandler {
  const checkToken = makeCheckHookToken(deps.settings.webhookTokens);
  const checkPlace = makeCheckHookPlace(deps.settings.webhookTokens);
  return async (req, res) => {
    checkToken(webhookToken(req.body));
    const hook = parse(webhookPayload, req.body, 'body');
    setActor(res, hook.user_id);
    if (hook.user_id !== deps.bot()?.userId) {
      const post = await findOrigin(deps, hook);
      checkPlace(webhookToken(req.body), [post.channelId, post.teamId]);
      await answerOrSayWhyNot(deps, post);
    }
    sendJson(res, 200, {});
  };
}

/** What is refused is told to the operator: Mattermost ignores the answer. */
async function answerOrSayWhyNot(
  { answerChannelMessage, logger }: Pick<HttpDeps, 'answerChannelMessage' | 'logger'>,
  post: WrittenPost,
): Promise<void> {
  try {
    await answerChannelMessage(post);
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') {
      const facts = { postId: post.postId, channelId: post.channelId, reason: error.message };
      logger.warn(facts, 'A delivery of an outgoing webhook was refused.');
    }
    throw error;
  }
}
