import type { ChannelId, UserId } from '../shared/ids.ts';
import { ACTS, type TodoState } from '../contract/vocabulary.ts';
import { listOwner } from './list.ts';
import type { Todo } from './todo.ts';

/**
 * What a person is to a to-do: owner of the person's list that it is in, asker of one that they sent into another
 * person's list, reader of its channel, late reader of one that is archived, member of the team that shares its list;
 * guests share no list, and whoever is none of these is a stranger.
 */
export const RELATIONS = ['owner', 'asker', 'reader', 'late_reader', 'member', 'guest', 'stranger'] as const;
export type Relation = (typeof RELATIONS)[number];

/** `see` is to read a list, its to-dos and what happened to them; the others are the changes. */
export const RIGHTS = ['see', ...ACTS] as const;
export type Right = (typeof RIGHTS)[number];

/** Whether it is given: in every state of the to-do, in none, or in these. */
export type Given = boolean | readonly TodoState[];

const NONE = Object.fromEntries(RIGHTS.map((right) => [right, false])) as Record<Right, Given>;
const LISTED: readonly TodoState[] = ['open', 'done'];

/** Whoever has a to-do in a list. What waits for an answer and what was declined is in none. */
const HAS = {
  ...NONE,
  ...{ see: true, add: true, undo: true },
  ...{
    edit: LISTED,
    done: LISTED,
    reopen: LISTED,
    due: LISTED,
    snooze: LISTED,
    skip: LISTED,
    remind: LISTED,
  },
  assign: LISTED,
  delete: ['open', 'done', 'deleted'],
} satisfies Record<Right, Given>;

/** Who may do what. Every surface asks it, and docs/use.md shows it. Only one's own changes can be undone. */
export const RIGHTS_OF: Readonly<Record<Relation, Readonly<Record<Right, Given>>>> = {
  owner: {
    ...HAS,
    done: ['open', 'done', 'waiting'],
    assign: ['open', 'done', 'waiting'],
    accept: ['open', 'done', 'waiting', 'declined'],
    decline: ['open', 'done', 'waiting', 'declined'],
  },
  asker: {
    ...NONE,
    see: true,
    ...{ edit: ['waiting'], due: ['waiting'], undo: ['waiting'], bump: ['waiting'] },
    take_back: ['waiting', 'declined'],
  },
  reader: HAS,
  late_reader: { ...NONE, see: true },
  member: HAS,
  guest: NONE,
  stranger: NONE,
};

const ONLY_ASKERS = RIGHTS.filter(
  (right) => RIGHTS_OF.asker[right] !== false && RIGHTS_OF.owner[right] === false,
);

/** What a line of the program may need that is typed at a list of several people, whatever its verb. */
export const RIGHTS_OF_A_LINE = RIGHTS.filter((right) => HAS[right] !== false);

/** What a channel is to a person; one that is not there is unreadable. */
export type ChannelState = 'unreadable' | 'archived' | 'open';

/** Whoever wants something, and what can be asked about them. Nothing is asked that the answer does not need. */
export interface Person {
  readonly userId: UserId;
  isGuest(): boolean | Promise<boolean>;
  stateOfChannel(channelId: ChannelId): Promise<ChannelState>;
}

/** A to-do, or the place of one that is not there yet. */
export type Placed = Pick<Todo, 'listId'> & Partial<Pick<Todo, 'creatorId'>>;

const IN_CHANNEL: Readonly<Record<ChannelState, Relation>> = {
  unreadable: 'stranger',
  archived: 'late_reader',
  open: 'reader',
};

export async function relationTo({ listId, creatorId }: Placed, person: Person): Promise<Relation> {
  const owner = listOwner(listId);
  switch (owner.kind) {
    case 'person':
      if (owner.userId === person.userId) return 'owner';
      return creatorId === person.userId ? 'asker' : 'stranger';
    case 'channel':
      return IN_CHANNEL[await person.stateOfChannel(owner.channelId)];
    case 'shared':
      return (await person.isGuest()) ? 'guest' : 'member';
  }
}

/**
 * @param rights all that is wanted
 * @param state of the to-do; left out: whether there is any state in which they are given, which the act finds out
 */
export const hasRights = (relation: Relation, rights: readonly Right[], state?: TodoState): boolean =>
  rights.every((right) =>
    state === undefined ? isEverGiven(relation, right) : isGiven(RIGHTS_OF[relation][right], state),
  );

const isGiven = (given: Given, state: TodoState): boolean =>
  typeof given === 'boolean' ? given : given.includes(state);

/** In a list of their own a person also does what concerns to-dos that they sent from there. */
const isEverGiven = (relation: Relation, right: Right): boolean =>
  RIGHTS_OF[relation][right] !== false || (relation === 'owner' && ONLY_ASKERS.includes(right));

/** @throws what `person` throws when it cannot be asked */
export const may = async (person: Person, rights: readonly Right[], placed: Placed): Promise<boolean> =>
  hasRights(await relationTo(placed, person), rights);
