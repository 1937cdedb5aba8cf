import type { ChannelId, UserId } from '../shared/ids.ts';
import { ACTS } from '../contract/vocabulary.ts';
import { listOwner } from './list.ts';
import type { Todo } from './todo.ts';

/**
 * What a person is to a to-do: owner of the person's list that it is in, reader of its channel, late reader of one that
 * is archived, member of the team that shares its list; guests share no list, and whoever is none of these is a stranger.
 */
export const RELATIONS = ['owner', 'reader', 'late_reader', 'member', 'guest', 'stranger'] as const;
export type Relation = (typeof RELATIONS)[number];

/** `see` is to read a list, its to-dos and what happened to them; the others are the changes. */
export const RIGHTS = ['see', ...ACTS] as const;
export type Right = (typeof RIGHTS)[number];

const each = (value: boolean) =>
  Object.fromEntries(RIGHTS.map((right) => [right, value])) as Record<Right, boolean>;
const ALL = each(true);
const NONE = each(false);

/** Who may do what. Every surface asks it, and docs/use.md shows it. Only one's own changes can be undone. */
export const RIGHTS_OF: Readonly<Record<Relation, Readonly<Record<Right, boolean>>>> = {
  owner: ALL,
  reader: ALL,
  late_reader: { ...NONE, see: true },
  member: ALL,
  guest: NONE,
  stranger: NONE,
};

/** What a channel is to a person; one that is not there is unreadable. */
export type ChannelState = 'unreadable' | 'archived' | 'open';

/** Whoever wants something, and what can be asked about them. Nothing is asked that the answer does not need. */
export interface Person {
  readonly userId: UserId;
  isGuest(): boolean | Promise<boolean>;
  stateOfChannel(channelId: ChannelId): Promise<ChannelState>;
}

/** A to-do, or the place of one that is not there yet. */
export type Placed = Pick<Todo, 'listId'>;

const IN_CHANNEL: Readonly<Record<ChannelState, Relation>> = {
  unreadable: 'stranger',
  archived: 'late_reader',
  open: 'reader',
};

export async function relationTo({ listId }: Placed, person: Person): Promise<Relation> {
  const owner = listOwner(listId);
  switch (owner.kind) {
    case 'person':
      return owner.userId === person.userId ? 'owner' : 'stranger';
    case 'channel':
      return IN_CHANNEL[await person.stateOfChannel(owner.channelId)];
    case 'shared':
      return (await person.isGuest()) ? 'guest' : 'member';
  }
}

/** @param rights all that is wanted; {@link RIGHTS} for a line that may be any command */
export const hasRights = (relation: Relation, rights: readonly Right[]): boolean =>
  rights.every((right) => RIGHTS_OF[relation][right]);

/** @throws what `person` throws when it cannot be asked */
export const may = async (person: Person, rights: readonly Right[], placed: Placed): Promise<boolean> =>
  hasRights(await relationTo(placed, person), rights);
