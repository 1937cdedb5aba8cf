import PQueue from 'p-queue';
import type { PluginApi } from 'mattermost-plugin-host';
import { isGuestAccount, type AccountOf } from '../../callers/account.ts';
import type { ChannelAccess } from '../../callers/ports.ts';
import { CHANGE_EVENT, PROGRAM_EVENT, type ProgramEvent, type PushedEvent } from '../../contract/api.ts';
import type { Push } from '../../host.ts';
import { readShownChange, type ChangeReader } from '../../http/events/shown-change.ts';
import { changeView, type ShownChange } from '../../http/views/change-view.ts';
import { hiddenChannels, sourceChannels } from '../../http/views/source-visibility.ts';
import type { ChannelId, UserId } from '../../shared/ids.ts';
import type { Logger } from '../../shared/logger.ts';
import { listOwner, SHARED_LIST } from '../../todos/list.ts';
import { may, type Person, type Placed } from '../../todos/rights.ts';
import type { ChangeId, Todo } from '../../todos/todo.ts';
import { canBeToldInFull } from '../../todos/too-long.ts';
import { addressedTo, nobodyBut, type Addressed } from '../../todos/whom-it-concerns.ts';
import type { SharedAudience } from './shared-audience.ts';

export interface WebSocketPushDeps {
  api: Pick<PluginApi, 'PublishWebSocketEvent'>;
  reader: ChangeReader;
  accessOf: (userId: UserId) => ChannelAccess;
  accountOf: AccountOf;
  audience: SharedAudience;
  isCluster: boolean;
  logger: Logger;
}

/** Tells each of these people. */
type TellEach = (people: readonly UserId[], tell: (userId: UserId) => Promise<void>) => Promise<void>;
type Telling = WebSocketPushDeps & { each: TellEach };

/** Calls to Mattermost, of all changes together. */
const AT_ONCE = 16;
/** Two changes of a shared list that all whom we remember read. What changes above it is fetched. */
const MOST_WAITING = 10_000;

const isShared = ({ to }: Addressed): boolean => to.kind === 'shared';

type Event = typeof CHANGE_EVENT | typeof PROGRAM_EVENT;
/** Never nobody: what is broadcast to nobody in particular reaches everybody. */
type Audience = { UserId: UserId } | { ChannelId: ChannelId };

/**
 * Tells browsers over Mattermost's own WebSocket: a person's list that person, a channel's list the channel's members
 * (others who may read it fetch it when they look), the shared list those who read it lately. Mattermost carries an
 * event to all nodes, so in a cluster only the node that made a change tells of it.
 */
export function makeWebSocketPush(given: WebSocketPushDeps): Push {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const each: TellEach = async (people, tell) =>
    void (await queue.addAll(people.map((userId) => () => tell(userId))));
  const deps: Telling = { ...given, each };
  let isBehind = false;
  queue.on('idle', () => {
    if (isBehind)
      run(() => tellToFetch(deps, { to: listOwner(SHARED_LIST), listId: SHARED_LIST, isByName: false }));
    isBehind = false;
  });
  const tell = (addressed: Addressed, changeId: ChangeId): void => {
    if (isShared(addressed) && queue.size >= MOST_WAITING) isBehind = true;
    else run(() => tellChange(deps, addressed, changeId));
  };
  const run = (work: () => Promise<void>) =>
    void work().catch((error: unknown) =>
      deps.logger.warn({ err: error }, 'Browsers were not told of a change.'),
    );
  return {
    handler: null,
    changed(change) {
      for (const addressed of addressedTo(change)) {
        if (!deps.isCluster || isShared(addressed)) tell(addressed, change.changeId);
      }
    },
    changedHere(change) {
      for (const addressed of addressedTo(change)) {
        if (deps.isCluster && !isShared(addressed)) tell(addressed, change.changeId);
      }
    },
    programRan(listId) {
      for (const addressed of addressedTo(nobodyBut({ id: listId }))) run(() => tellToFetch(deps, addressed));
    },
    stop() {},
  };
}

/** A change that is too long for all who hear of it is fetched by those who look at the list. */
async function tellChange(deps: Telling, addressed: Addressed, changeId: ChangeId): Promise<void> {
  const change = await readShownChange(deps.reader, addressed, changeId);
  if (change === undefined) return;
  if (!canBeToldInFull(change.todos)) return tellToFetch(deps, addressed);
  const { to } = addressed;
  if (addressed.isByName) return tellByName(deps, change, addressed.to.userId);
  if (to.kind === 'channel') return tellMembers(deps, change, addressed, to.channelId);
  const people = await thoseWhoMaySee(deps, addressed);
  await deps.each(people, (userId) => tellPerson(deps, change, userId));
}

/** What they sent, and what they have or had in lists that they may read now. */
async function tellByName(deps: Telling, change: ShownChange, userId: UserId): Promise<void> {
  const todos: Todo[] = [];
  for (const todo of change.todos) if (await maySee(deps, userId, todo)) todos.push(todo);
  if (todos.length > 0) await tellPerson(deps, { ...change, todos }, userId);
}

async function tellPerson(deps: Telling, change: ShownChange, userId: UserId): Promise<void> {
  const hidden = await hiddenChannels({ access: deps.accessOf(userId) }, change.todos);
  await publish(deps, CHANGE_EVENT, changeView(change, hidden, userId), { UserId: userId });
}

/** One event for all members; where not all may see the same, each fetches the list instead. */
async function tellMembers(
  deps: Telling,
  change: ShownChange,
  addressed: Addressed,
  channelId: ChannelId,
): Promise<void> {
  const isSameForAll = [...sourceChannels(change.todos)].every((id) => id === channelId);
  if (!isSameForAll) return tellToFetch(deps, addressed);
  await publish(deps, CHANGE_EVENT, changeView(change, new Set(), 'anyReader'), { ChannelId: channelId });
}

async function tellToFetch(deps: Telling, addressed: Addressed): Promise<void> {
  const { to, listId } = addressed;
  const event: ProgramEvent = { listId };
  if (to.kind === 'channel') return publish(deps, PROGRAM_EVENT, event, { ChannelId: to.channelId });
  const people = await thoseWhoMaySee(deps, addressed);
  await deps.each(people, (userId) => publish(deps, PROGRAM_EVENT, event, { UserId: userId }));
}

async function thoseWhoMaySee(deps: Telling, { to, listId }: Addressed): Promise<UserId[]> {
  const people: UserId[] = [];
  await deps.each(to.kind === 'person' ? [to.userId] : deps.audience.readers(), async (userId) => {
    if (await maySee(deps, userId, { listId })) people.push(userId);
  });
  return people;
}

/** False, too, when nobody can say. */
const maySee = (deps: WebSocketPushDeps, userId: UserId, placed: Placed): Promise<boolean> =>
  may(personOf(deps, userId), ['see'], placed).catch(() => false);

const personOf = ({ accountOf, accessOf }: WebSocketPushDeps, userId: UserId): Person => ({
  userId,
  isGuest: () => isGuestAccount(accountOf, userId),
  stateOfChannel: (channelId) => accessOf(userId).stateOfChannel(channelId, 'pushed'),
});

function publish({ api }: WebSocketPushDeps, event: Event, body: object, audience: Audience): Promise<void> {
  const payload: PushedEvent = { json: JSON.stringify(body) };
  return api.PublishWebSocketEvent(event, { ...payload }, { ...audience, ReliableClusterSend: true });
}
