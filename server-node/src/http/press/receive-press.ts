import type { RequestHandler } from 'express';
import { AppError } from '../../shared/app-error.ts';
import type { UserId } from '../../shared/ids.ts';
import type { HttpDeps } from '../http-deps.ts';
import { parse } from '../parse.ts';
import { callerOf, requestIdOf } from '../request-state.ts';
import { sendJson } from '../send-json.ts';
import { formPayload, ourContext, pressPayload, valuesOf } from './press-payload.ts';

/**
 * A button was pressed. Mattermost passes on the session of whoever pressed, or names them itself; it is checked by
 * what stands before this, and goes no further.
 */
export function makeReceivePress({ answerPress }: Pick<HttpDeps, 'answerPress'>): RequestHandler {
  return async (req, res) => {
    const caller = callerOf(res);
    const press = parse(pressPayload, req.body, 'body');
    checkPresser(press.user_id, caller.userId);
    // Anything may stand in the context of a button that somebody else made: it is answered as one with a wrong signature.
    const context = ourContext.safeParse(press.context).data ?? { sentence: '', signature: '' };
    const { selected_option: option, ...signed } = { selected_option: undefined, ...context };
    const { update, note } = await answerPress({
      ...{ caller, postId: press.post_id, triggerId: press.trigger_id, signed, option },
      requestId: requestIdOf(res),
    });
    sendJson(res, 200, {
      ...(update === undefined ? {} : { update }),
      ...(note === undefined ? {} : { ephemeral_text: note }),
      skip_slack_parsing: true,
    });
  };
}

/** A form was handed in, or given up, which nobody has to know. */
export function makeReceiveForm({ answerForm }: Pick<HttpDeps, 'answerForm'>): RequestHandler {
  return async (req, res) => {
    const caller = callerOf(res);
    const { user_id, state, submission, cancelled } = parse(formPayload, req.body, 'body');
    checkPresser(user_id, caller.userId);
    if (cancelled) return sendJson(res, 200, {});
    const request = { caller, state, values: valuesOf(submission), requestId: requestIdOf(res) };
    sendJson(res, 200, await answerForm(request));
  };
}

function checkPresser(said: UserId, proved: UserId): void {
  if (said === proved) return;
  throw new AppError('forbidden', 'Whoever pressed is said to be somebody else than the session proves.');
}
