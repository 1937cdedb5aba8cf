import type { RequestHandler } from 'express';
import { errorInWords } from '../../program/texts/in-words.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import { AppError } from '../../shared/app-error.ts';
import type { HttpDeps } from '../http-deps.ts';
import { parse } from '../parse.ts';
import { setActor } from '../request-state.ts';
import { sendJson } from '../send-json.ts';
import { throughOutages } from '../../program/through-outages.ts';
import { makeCheckHookPlace, makeCheckHookToken } from './check-hook-token.ts';
import { cutTriggerWord } from './cut-trigger-word.ts';
import { findOrigin } from './find-origin.ts';
import { webhookList, webhookReplyTarget } from './webhook-list.ts';
import { webhookPayload, webhookToken, type WebhookPayload } from './webhook-payload.ts';

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
      const { channelId, teamId, text } = await findOrigin(deps, hook);
      checkPlace(webhookToken(req.body), [channelId, teamId]);
      await runWebhook(deps, { ...hook, text });
    }
    sendJson(res, 200, {});
  };
}

async function runWebhook(deps: HttpDeps, hook: WebhookPayload): Promise<void> {
  const target = webhookReplyTarget(deps, hook);
  const { languages } = deps;
  const locale = await (target.kind === 'direct' ? languages.ofPerson(target.userId) : languages.ofAll());
  try {
    const listId = await webhookList(deps, hook);
    await throughOutages(deps, () =>
      deps.program.run({
        input: { line: cutTriggerWord(hook.text, hook.trigger_word) },
        actorId: hook.user_id,
        listId,
        source: { postId: hook.post_id, channelId: hook.channel_id },
        requestKey: `webhook:${hook.post_id}`,
        locale,
        replies: ({ text }) => [{ target, text }],
      }),
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'list_forbidden') throw error;
    await deps.outbox.add([{ target, text: errorInWords(textsIn(locale), error) }]);
  }
}
