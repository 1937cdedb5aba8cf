import type { PluginApi, Post } from 'mattermost-plugin-host';
import { directMessage, type AnswerMessage } from '../../../messages/direct-message.ts';
import type { UserId } from '../../../shared/ids.ts';
import { DAY_MS, type Clock } from '../../../shared/time.ts';
import { makeShortMemory } from '../../rest/short-memory.ts';
import { postToBot } from './post-to-bot.ts';

export interface HearPostDeps {
  api: Pick<PluginApi, 'GetChannel'>;
  botId: UserId;
  now: Clock;
}

/** Mattermost tells of every post of every channel, so what kind each channel is has to be remembered. */
const MAX_CHANNELS = 50_000;

/** Finds what is for the bot among all posts, and has it answered. */
export function makeHearPost({ api, botId, now }: HearPostDeps) {
  const memory = makeShortMemory<boolean>({ now, keepMs: () => DAY_MS, maxEntries: MAX_CHANNELS });
  const isWithBot = (channelId: string) =>
    memory.recall(channelId, async () => {
      const { Type, Name } = await api.GetChannel(channelId);
      return Type === 'D' && Name.split('__').includes(botId);
    });
  return async (post: Post, answer: AnswerMessage): Promise<void> => {
    const message = directMessage(postToBot(post), botId);
    if (message !== undefined && (await isWithBot(post.ChannelId))) await answer(message);
  };
}
