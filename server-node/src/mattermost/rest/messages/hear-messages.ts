import type { AccountOf } from '../../../callers/account.ts';
import { catchUp, type HearMissed } from '../../../messages/catch-up.ts';
import type { PostToBot } from '../../../messages/direct-message.ts';
import { hearEdit, hearPost, type HeardIn } from '../../../messages/hear-post.ts';
import type { Hears } from '../../../messages/hears.ts';
import { untilCaughtUp } from '../../../messages/until-caught-up.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { Clock, EpochMs } from '../../../shared/time.ts';
import type { BotAccount } from '../bot-account.ts';
import { trimSiteUrl } from '../rest-client.ts';
import { botChannels, type BotChannelsClient } from './bot-channels.ts';
import { keepSocket } from './keep-socket.ts';
import { readReaction } from './read-reaction.ts';
import { readPost, readPostId } from './read-post.ts';

export interface HearMessagesDeps {
  url: string;
  botToken: string;
  client: BotChannelsClient;
  /** @throws while Mattermost is away */
  me: () => Promise<BotAccount>;
  accountOf: AccountOf;
  notBefore: EpochMs;
  now: Clock;
  logger: Logger;
}

/** Hears what is written to the bot, and after each (re)connection what was written meanwhile. */
export function hearMessages(
  deps: HearMessagesDeps,
  hears: Hears,
  onConnected: () => void = () => undefined,
): { stop(): void } {
  const { client, me, accountOf, notBefore, now, logger } = deps;

  const hear = async (post: PostToBot, where: HeardIn): Promise<void> =>
    hearPost({ bot: await me(), accountOf, hears }, post, where);
  const hearEdited = async (post: PostToBot): Promise<void> =>
    hearEdit({ bot: await me(), accountOf, hears }, post);
  const hearMissed: HearMissed = {
    async post(post, where) {
      await hear(post, where);
      await hearEdited(post);
    },
    reaction: hears.reacted,
  };

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
        catchUp(botChannels(client), since, hearMissed),
      );
      onConnected();
    },
    // A webhook may have told of something meanwhile, which is not among the events.
    onReopened: onConnected,
    onEvent(name, data) {
      const reaction = name.startsWith('reaction_') ? readReaction(parsed(data['reaction'])) : undefined;
      if (reaction !== undefined && name === 'reaction_added') void hears.reacted(reaction);
      if (reaction !== undefined && name === 'reaction_removed') void hears.unreacted(reaction);
      const deleted = name === 'post_deleted' ? readPostId(parsed(data['post'])) : undefined;
      if (deleted !== undefined)
        run(hears.deleted(deleted), 'What was made of a deleted message still leads to it.');
      const post = name === 'posted' || name === 'post_edited' ? readPost(parsed(data['post'])) : undefined;
      if (post === undefined) return;
      const where = { type: String(data['channel_type']), name: String(data['channel_name']) };
      const heard = name === 'posted' ? hear(post, where) : hearEdited(post);
      run(heard, 'A message to the bot was not heard.');
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
