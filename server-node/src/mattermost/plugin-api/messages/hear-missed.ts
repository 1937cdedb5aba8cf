import { catchUp } from '../../../messages/catch-up.ts';
import { hearEdit, hearPost, type HearPostDeps } from '../../../messages/hear-post.ts';
import { untilCaughtUp } from '../../../messages/until-caught-up.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { Clock, EpochMs } from '../../../shared/time.ts';
import { botChannels, type BotChannelsApi } from './bot-channels.ts';

export interface HearMissedDeps extends HearPostDeps {
  api: BotChannelsApi;
  notBefore: EpochMs;
  now: Clock;
  logger: Logger;
}

/** Has answered what was written to the bot, and heard what was reacted, while the plugin did not run; the rest comes by a hook. */
export function hearMissed(deps: HearMissedDeps) {
  const { api, bot, notBefore, now, logger } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  void untilCaughtUp({ now, logger, notBefore, signal }, (since) =>
    catchUp(botChannels(api, bot.userId), since, {
      async post(post, where) {
        if (signal.aborted) return;
        await hearPost(deps, post, where);
        await hearEdit(deps, post);
      },
      async reaction(reaction) {
        if (!signal.aborted) await deps.hears.reacted(reaction);
      },
    }),
  );
  return { stop: () => stopping.abort() };
}
