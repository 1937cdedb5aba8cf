import { isPerson, type AccountOf } from '../../../callers/account.ts';
import { catchUp } from '../../../messages/catch-up.ts';
import { untilCaughtUp } from '../../../messages/until-caught-up.ts';
import { directMessage, type AnswerMessage } from '../../../messages/direct-message.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { Clock, EpochMs } from '../../../shared/time.ts';
import { directChannels, type DirectChannelsApi } from './direct-channels.ts';

export interface HearMissedDeps {
  api: DirectChannelsApi;
  botId: UserId;
  accountOf: AccountOf;
  notBefore: EpochMs;
  now: Clock;
  logger: Logger;
}

/** Has answered what was written to the bot while the plugin did not run; the rest comes by a hook. */
export function hearMissed(deps: HearMissedDeps, answer: AnswerMessage) {
  const { api, botId, accountOf, notBefore, now, logger } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  void untilCaughtUp({ now, logger, notBefore, signal }, (since) =>
    catchUp(directChannels(api, botId), since, async (post) => {
      const message = signal.aborted ? undefined : directMessage(post, botId);
      if (message !== undefined && isPerson(await accountOf(message.userId))) await answer(message);
    }),
  );
  return { stop: () => stopping.abort() };
}
