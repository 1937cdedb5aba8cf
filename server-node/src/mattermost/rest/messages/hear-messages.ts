import { isPerson, type AccountOf } from '../../../callers/account.ts';
import { catchUp } from '../../../messages/catch-up.ts';
import { untilCaughtUp } from '../../../messages/until-caught-up.ts';
import {
  directMessage,
  isMember,
  type AnswerMessage,
  type PostToBot,
} from '../../../messages/direct-message.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { Clock, EpochMs } from '../../../shared/time.ts';
import { trimSiteUrl } from '../rest-client.ts';
import { directChannels, type DirectChannelsClient } from './direct-channels.ts';
import { keepSocket } from './keep-socket.ts';
import { readPost } from './read-post.ts';

export interface HearMessagesDeps {
  url: string;
  botToken: string;
  client: DirectChannelsClient;
  /** @throws while Mattermost is away */
  me: () => Promise<{ userId: UserId }>;
  accountOf: AccountOf;
  notBefore: EpochMs;
  now: Clock;
  logger: Logger;
}

/** Hears what is written to the bot, and after each (re)connection what was written meanwhile. */
export function hearMessages(
  deps: HearMessagesDeps,
  answer: AnswerMessage,
  onConnected: () => void = () => undefined,
): { stop(): void } {
  const { client, me, accountOf, notBefore, now, logger } = deps;

  async function hear(post: PostToBot): Promise<void> {
    const message = directMessage(post, (await me()).userId);
    if (message !== undefined && isPerson(await accountOf(message.userId))) await answer(message);
  }

  const run = (work: Promise<void>, whenFailed: string) =>
    void work.catch((error: unknown) => logger.warn({ err: error }, whenFailed));

  let looking = new AbortController();
  const socket = keepSocket({
    url: trimSiteUrl(deps.url),
    token: deps.botToken,
    onHello() {
      looking.abort();
      looking = new AbortController();
      const { signal } = looking;
      void untilCaughtUp({ now, logger, notBefore, signal }, (since) =>
        catchUp(directChannels(client), since, hear),
      );
      onConnected();
    },
    onEvent(name, data) {
      if (name !== 'posted' || data['channel_type'] !== 'D') return;
      const post = readPost(parsed(data['post']));
      if (post !== undefined && isMember(String(data['channel_name']), post.userId))
        run(hear(post), 'A message to the bot was not heard.');
    },
    onBroken: () => logger.debug({}, 'The WebSocket to Mattermost is closed; trying again.'),
  });
  socket.start();
  return {
    stop() {
      looking.abort();
      socket.stop();
    },
  };
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
