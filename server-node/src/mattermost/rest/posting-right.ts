import { z } from 'zod';

import type { PostingRightOf } from '../../living-posts/ports.ts';
import { isMattermostId, type ChannelId } from '../../shared/ids.ts';
import type { BotAccount } from './bot-account.ts';
import type { RestClient } from './rest-client.ts';
import { orUnavailable, unlessHidden } from './rest-error.ts';

export type PostingRightClient = Pick<
  RestClient,
  'addToChannel' | 'getChannel' | 'getChannelMember' | 'getTeamMembersByIds' | 'getUser' | 'getRolesByNames'
>;

const CREATE_POST = 'create_post';

const channelSchema = z.object({ team_id: z.string().default(''), delete_at: z.number().default(0) });
const member = z.object({ roles: z.string().default('') });
/** One, or as many as were asked for and are there. */
const holders = z.union([z.array(member), member.transform((one) => [one])]);
const rolesSchema = z.array(z.object({ permissions: z.array(z.string()).nullish() }));

/**
 * By the person's roles in the channel, in its team and on the site, as Mattermost itself judges. Where a channel is
 * moderated its members have another role than elsewhere. Asked as the bot, which has to post there, too: who is in a
 * channel is told to those alone who are in it, so the bot enters a public one first.
 */
export function makePostingRightOf(
  client: PostingRightClient,
  me: () => Promise<Pick<BotAccount, 'userId'>>,
): PostingRightOf {
  const isInside = async (id: ChannelId): Promise<boolean> => {
    const asBot = async () => client.getChannelMember(id, (await me()).userId);
    const entered = async () => client.addToChannel((await me()).userId, id).then(() => true);
    if ((await orUnavailable(unlessHidden(asBot()))) !== undefined) return true;
    return (await orUnavailable(unlessHidden(entered()))) === true;
  };
  const rolesIn = async (asked: Promise<unknown>): Promise<string[] | undefined> => {
    const found = await orUnavailable(unlessHidden(asked));
    return found === undefined ? undefined : holders.parse(found).flatMap(({ roles }) => roles.split(' '));
  };
  const letPost = async (names: readonly string[]): Promise<boolean> => {
    const roles = rolesSchema.parse(await orUnavailable(client.getRolesByNames(names)));
    return roles.some(({ permissions }) => permissions?.includes(CREATE_POST) === true);
  };
  return async (userId, id) => {
    const found = isMattermostId(id) ? await orUnavailable(unlessHidden(client.getChannel(id))) : undefined;
    if (found === undefined) return 'unseen';
    const { team_id: team, delete_at: deletedAt } = channelSchema.parse(found);
    if (deletedAt > 0) return 'archived';
    if (!(await isInside(id))) return 'unseen';
    const inChannel = await rolesIn(client.getChannelMember(id, userId));
    if (inChannel === undefined) return 'may_not';
    const [inTeam = [], onSite = []] = await Promise.all([
      team === '' ? undefined : rolesIn(client.getTeamMembersByIds(team, [userId])),
      rolesIn(client.getUser(userId)),
    ]);
    const names = [...new Set([...inChannel, ...inTeam, ...onSite])].filter((name) => name !== '');
    return (await letPost(names)) ? 'may' : 'may_not';
  };
}
