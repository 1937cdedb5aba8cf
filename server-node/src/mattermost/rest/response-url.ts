import { DeliveryError } from '../../replies/ports.ts';
import { deliveryErrorOf } from './delivery-error.ts';
import type { RestCall } from './rest-call.ts';
import { RestError } from './rest-error.ts';

const HOOK = /\/hooks\/commands\/([A-Za-z0-9]{16,64})\/?$/;

/**
 * Answers a slash command late, for its caller only. Of the given address only the id is used and Mattermost is
 * reached where it always is: an invented address makes us call nobody.
 *
 * Mattermost does not say whether it had an answer already, so one whose fate is unknown is not sent again.
 */
export function makeResponseUrlPoster(call: RestCall) {
  return async (url: string, text: string): Promise<void> => {
    const id = URL.canParse(url) ? HOOK.exec(new URL(url).pathname)?.[1] : undefined;
    if (id === undefined) {
      throw new DeliveryError('the response_url is not one of Mattermost', { permanent: true });
    }
    try {
      await call({
        method: 'POST',
        path: `/hooks/commands/${id}`,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ response_type: 'ephemeral', text, skip_slack_parsing: true }),
      });
    } catch (error) {
      throw isUnknown(error) ? unknownFate(error) : deliveryErrorOf(error);
    }
  };
}

function isUnknown(error: unknown): boolean {
  return error instanceof RestError && error.mayHaveHappened;
}

function unknownFate(cause: unknown): DeliveryError {
  return new DeliveryError('the connection was lost while answering a command; it may have arrived', {
    permanent: true,
    cause,
  });
}
