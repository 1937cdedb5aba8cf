import { AppError } from '../shared/app-error.ts';

/**
 * Why somebody cannot be asked to do something, in facts: `details.refused` of its AppError, whose message says the same
 * in English. `name`: a username, or what was typed for one.
 */
export type RefusedReceiver =
  /** `nearest`: usernames that may have been meant, the likeliest first. */
  | { kind: 'no_such_person'; name: string; nearest: readonly string[] }
  | { kind: 'deactivated_person'; name: string }
  | { kind: 'bot_person'; name: string }
  | { kind: 'far_guest'; name: string }
  | { kind: 'no_shared_team'; name: string }
  | { kind: 'takes_no_requests'; name: string }
  /** Of a list of several people. */
  | { kind: 'cannot_read'; name: string }
  /** Nobody tells who is in a private channel that the bot is not in. */
  | { kind: 'unseen_channel'; name: string }
  | { kind: 'knows_nobody' };

type Facts<Kind extends RefusedReceiver['kind']> = Extract<RefusedReceiver, { kind: Kind }>;

const MESSAGES: { readonly [Kind in RefusedReceiver['kind']]: (facts: Facts<Kind>) => string } = {
  no_such_person: ({ name, nearest }) =>
    `There is nobody named @${name} here.${nearest.length === 0 ? ' Check the username.' : ` Did you mean ${inWords(nearest)}?`} Nothing was done.`,
  deactivated_person: ({ name }) => `The account of @${name} is deactivated. Nothing was done.`,
  bot_person: ({ name }) => `@${name} is a bot, and bots have no to-dos. Nothing was done.`,
  far_guest: ({ name }) =>
    `@${name} shares no channel with you that I know of: guests can ask, and be asked by, those who are in a channel with them. If I am not in that channel, invite me to it. Nothing was done.`,
  no_shared_team: ({ name }) =>
    `@${name} is in no team with you that I know of, and only people of one team can ask each other. Nothing was done.`,
  takes_no_requests: ({ name }) => `@${name} takes no to-dos from others. Nothing was done.`,
  cannot_read: ({ name }) => `@${name} cannot read this list, so it is none for them. Nothing was done.`,
  unseen_channel: ({ name }) =>
    `I am not in this channel, so I cannot see whether @${name} is in it. Invite me to it first. Nothing was done.`,
  knows_nobody: () => 'Nobody can be named here, because only Mattermost knows who there is. Write it there.',
};

const inWords = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(names.map((name) => `@${name}`));

export function refusedReceiver(refused: RefusedReceiver): AppError {
  const say = MESSAGES[refused.kind] as (facts: RefusedReceiver) => string;
  const code = refused.kind === 'no_such_person' ? 'person_not_found' : 'person_not_askable';
  return new AppError(code, say(refused), { details: { refused } });
}
