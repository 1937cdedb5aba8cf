import type { AccountOf } from '../../callers/account.ts';
import type { People } from '../../callers/people.ts';
import type { ChannelStateFor } from '../../callers/channel-state-for.ts';
import type { ChannelAccess, Identify, RequestIdentity } from '../../callers/ports.ts';
import type { OpenForm } from '../../replies/form.ts';
import type { EnterFor, PostingRightOf } from '../../living-posts/ports.ts';
import type { FindBotPost, PinPost, ReplyPoster } from '../../replies/ports.ts';
import type { Recipients } from '../../reminders/ports.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/time.ts';
import { makeAccess, type AccessApi } from './channel-access.ts';
import { makeEnterFor, type EnterApi } from './enter-channel.ts';
import { makeFindBotPost } from './find-bot-post.ts';
import { makeIdentify } from './identify.ts';
import { makeOpenForm, type FormApi } from './open-form.ts';
import { makePeople, type PeopleApi } from './people.ts';
import { makePinPost } from './pin-post.ts';
import { makePostingRightOf } from './posting-right.ts';
import { makeRecipients, type RecipientsDeps } from './recipients.ts';
import { makeReplyPoster, type ReplyPosterDeps } from './reply-poster.ts';

export interface MattermostPluginApiOptions {
  api: AccessApi & RecipientsDeps['api'] & FormApi & PeopleApi & EnterApi & ReplyPosterDeps['api'];
  accountOf: AccountOf;
  /** As configured in Mattermost; may be empty. */
  siteUrl: string;
  /** Whose request this is, as Mattermost proved it. */
  userOf: (request: RequestIdentity) => string | undefined;
  botId: () => UserId;
  now: Clock;
}

/** Everything the managed backend needs from Mattermost, over the plugin API. */
export interface MattermostPluginApi {
  identify: Identify;
  poster: ReplyPoster;
  findBotPost: FindBotPost;
  pinPost: PinPost;
  postingRightOf: PostingRightOf;
  enterFor: EnterFor;
  openForm: OpenForm;
  recipients: Recipients;
  people: People;
  channelStateFor: ChannelStateFor;
  /** For a person who is not calling now. */
  accessOf(userId: UserId): ChannelAccess;
}

export function createMattermostPluginApi(options: MattermostPluginApiOptions): MattermostPluginApi {
  const { api, accountOf, userOf, botId, siteUrl, now } = options;
  const accessOf = makeAccess(api, now);
  return {
    identify: makeIdentify({ userOf, accountOf, accessOf }),
    accessOf,
    channelStateFor: (personId, channelId) => accessOf(personId).stateOfChannel(channelId, 'now'),
    recipients: makeRecipients({ api, accessOf, accountOf, siteUrl }),
    people: makePeople(api),
    poster: makeReplyPoster({ api, botId, now }),
    findBotPost: makeFindBotPost(api, botId),
    pinPost: makePinPost(api),
    postingRightOf: makePostingRightOf(api),
    enterFor: makeEnterFor(api, botId),
    openForm: makeOpenForm(api),
  };
}
