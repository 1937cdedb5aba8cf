import type { PluginApi, Post } from 'mattermost-plugin-host';
import { isPerson, type AccountOf } from '../../../callers/account.ts';
import { directMessage, isMember, type AnswerMessage } from '../../../messages/direct-message.ts';
import type { UserId } from '../../../shared/ids.ts';
import { DAY_MS, type Clock } from '../../../shared/time.ts';
import { makeShortMemory } from '../../../shared/short-memory.ts';
import { postToBot } from './post-to-bot.ts';

export interface HearPostDeps {
  api: Pick<PluginApi, 'GetChannel'>;
  accountOf: AccountOf;
  botId: UserId;
  now: Clock;
}

/** Mattermost tells of every post of every channel, so what kind each channel is has to be remembered. */
const MAX_CHANNELS = 50_000;

/** Finds what is for the bot among all posts, and has it answered. */
export function makeHearPost({ api, accountOf, botId, now }: HearPostDeps) {
  const memory = makeShortMemory<string | undefined>({ now, keepMs: () => DAY_MS, maxEntries: MAX_CHANNELS });
  /** The name of a direct channel of the bot, made of the ids of its members. */
  const nameOf = (channelId: string) =>
    memory.recall(channelId, async () => {
      const { Type, Name } = await api.GetChannel(channelId);
      return Type === 'D' && isMember(Name, botId) ? Name : undefined;
    });
  return async (post: Post, answer: AnswerMessage): Promise<void> => {
    const message = directMessage(postToBot(post), botId);
    if (message === undefined) return;
    const name = await nameOf(post.ChannelId);
    if (name === undefined || !isMember(name, message.userId)) return;
    if (isPerson(await accountOf(message.userId))) await answer(message);
  };
}
