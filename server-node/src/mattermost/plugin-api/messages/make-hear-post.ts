import type { PluginApi, Post } from 'mattermost-plugin-host';
import { isMember } from '../../../messages/direct-message.ts';
import { hearPost, type HearPostDeps, type HeardIn } from '../../../messages/hear-post.ts';
import { cutMention } from '../../../messages/mention.ts';
import { saysReturned } from '../../../messages/returned.ts';
import { DAY_MS, type Clock } from '../../../shared/time.ts';
import { makeShortMemory } from '../../../shared/short-memory.ts';
import { isMissing } from '../api-failure.ts';
import { postToBot } from './post-to-bot.ts';

export interface MakeHearPostDeps extends HearPostDeps {
  api: Pick<PluginApi, 'GetChannel' | 'GetChannelMember'>;
  now: Clock;
}

/** Mattermost tells of every post of every channel, so what kind each channel is has to be remembered. */
const MAX_CHANNELS = 50_000;

/** Finds what is for the bot among all posts, and has it answered. */
export function makeHearPost(deps: MakeHearPostDeps): (post: Post) => Promise<void> {
  const { api, bot, now } = deps;
  const memory = makeShortMemory<HeardIn>({ now, keepMs: () => DAY_MS, maxEntries: MAX_CHANNELS });
  const channelOf = (id: string) =>
    memory.recall(id, async () => {
      const { Type, Name } = await api.GetChannel(id);
      return { type: Type, name: Name };
    });
  const isBotIn = async ({ type, name }: HeardIn, id: string): Promise<boolean> =>
    type === 'D' ? isMember(name, bot.userId) : isThere(api.GetChannelMember(id, bot.userId));
  return async (post) => {
    const isReturn = saysReturned(postToBot(post), bot.userId);
    if (post.UserId === bot.userId && !isReturn) return;
    const channel = await channelOf(post.ChannelId);
    if (isReturn) return hearPost(deps, postToBot(post), channel);
    if (channel.type !== 'D' && cutMention(post.Message, bot.username) === undefined) return;
    if (await isBotIn(channel, post.ChannelId)) await hearPost(deps, postToBot(post), channel);
  };
}

async function isThere(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
