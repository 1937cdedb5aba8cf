import type { MeView } from '../contract/api.ts';
import type { Readiness } from '../http/http-deps.ts';
import type { Logger } from '../shared/logger.ts';
import { SECOND_MS } from '../shared/time.ts';

/** The part of Mattermost that shows whether it is there. */
export interface Watched {
  me(): Promise<NonNullable<MeView['bot']>>;
  ping(): Promise<void>;
}

const WHEN_WELL_MS = 30 * SECOND_MS;
const WHEN_AWAY_MS = 3 * SECOND_MS;

/** Looks for Mattermost now and then, for as long as the backend runs: it may come late, go and come back. */
export function watchMattermost(mattermost: Watched, logger: Logger) {
  let bot: MeView['bot'] = null;
  let state: Readiness['mattermost'] = 'not seen yet';
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async () => {
    const before = state;
    try {
      await mattermost.ping();
      bot = await mattermost.me();
      state = 'ok';
      if (before !== state) logger.info({ bot: bot.username }, 'Mattermost is there.');
    } catch (error) {
      if (before !== 'not seen yet') state = 'away';
      if (before !== 'away')
        logger.warn({ err: error }, 'Mattermost cannot be reached as the bot; trying again.');
    }
    if (!stopped) timer = setTimeout(look, state === 'ok' ? WHEN_WELL_MS : WHEN_AWAY_MS).unref();
  };
  return {
    bot: () => bot,
    state: () => state,
    start: () => void look(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
