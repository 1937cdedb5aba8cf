import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CommandView, ErrorView } from '../../contract/api.ts';
import { TODO_STATES, type TodoState } from '../../contract/vocabulary.ts';
import { BACKENDS, type AnyBackend } from '../../testing/backends.ts';
import { call } from '../../testing/call.ts';
import { channelId, userId } from '../../testing/people.ts';
import type { Acts, Selection } from '../../todos/acts.ts';
import { channelList, personList, SHARED_LIST, type ListId } from '../../todos/list.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import { hasRights, RELATIONS, RIGHTS, type Relation, type Right } from '../../todos/rights.ts';
import type { ChangeId, TodoId } from '../../todos/todo.ts';
import { oneZone } from '../../todos/when.ts';

jest.setTimeout(60_000);

/** What is in a list of several people waits for nobody. */
const OF_SEVERAL: readonly TodoState[] = ['open', 'done', 'deleted'];
const STATES_OF: Readonly<Record<Relation, readonly TodoState[]>> = {
  owner: TODO_STATES,
  asker: TODO_STATES,
  stranger: TODO_STATES,
  reader: OF_SEVERAL,
  late_reader: OF_SEVERAL,
  member: OF_SEVERAL,
  guest: OF_SEVERAL,
};
const CASES = RELATIONS.flatMap((relation) => STATES_OF[relation].map((state) => [relation, state] as const));

/** A to-do, who calls, and a change of it that the caller made. */
interface Scene {
  caller: string;
  todoId: TodoId;
  changeId: ChangeId;
}

describe.each(BACKENDS)('every right in every state, with %s:', (_host, open) => {
  let backend: AnyBackend;
  let acts: Acts;
  let turn = 0;

  beforeAll(async () => {
    backend = await open();
    acts = makeActs({ store: backend.store.todos, now: Date.now, newId: makeNewId(Date.now) });
    backend.people.add('colleague', { channels: ['town', 'old'] });
    backend.people.archive('old');
  });
  afterAll(() => backend.close());

  async function sceneFor(relation: Relation, state: TodoState): Promise<Scene> {
    turn += 1;
    // An id is the name with zeros behind it.
    const [caller, other] = [`me${turn}x`, `other${turn}x`];
    const channels = { reader: ['town'], late_reader: ['old'] }[relation as string] ?? [];
    backend.people.add(caller, { channels, isGuest: relation === 'guest' });
    backend.people.add(other);
    const isWithdrawn = state === 'waiting' || state === 'declined';
    if (relation === 'asker') return sent(caller, other, { caller, state });
    if (relation === 'stranger' || isWithdrawn)
      return sent(relation === 'stranger' ? 'colleague' : other, relation === 'stranger' ? other : caller, {
        caller,
        state,
      });
    return inList(listOf(relation, caller), { caller, state });
  }

  const listOf = (relation: Relation, caller: string): ListId => {
    if (relation === 'owner') return personList(userId(caller));
    if (relation === 'member' || relation === 'guest') return SHARED_LIST;
    return channelList(channelId(relation === 'reader' ? 'town' : 'old'));
  };
  const when = { due: '2099-12-01', repeat: 'FREQ=DAILY', zones: oneZone('UTC') };

  /** The caller's change is an edit by the caller's name, in the list in which they would have made it. */
  async function sent(
    asker: string,
    receiver: string,
    { caller, state }: { caller: string; state: TodoState },
  ): Promise<Scene> {
    const [askers, receivers] = [asker, receiver].map((name) => by(userId(name), personList(userId(name))));
    if (askers === undefined || receivers === undefined) throw new Error('Expected two people.');
    const [todo] = (await acts.send(askers, [{ text: 'x', when }], [receivers.actorId])).todos;
    const ids = [todo?.id as TodoId];
    const { id: changeId } = await acts.edit(askers, { sent: ids }, { notes: 'before' });
    if (state === 'open') await acts.accept(receivers, { ids }, 'UTC');
    if (state === 'declined') await acts.decline(receivers, { ids }, '');
    if (state === 'done' || state === 'deleted') await acts.complete(receivers, { ids });
    if (state === 'deleted') await acts.remove(receivers, { ids });
    return { caller, todoId: ids[0] as TodoId, changeId };
  }

  async function inList(
    listId: ListId,
    { caller, state }: { caller: string; state: TodoState },
  ): Promise<Scene> {
    const request = by(userId(caller), listId);
    const [todo] = (await acts.add(request, [{ text: 'x', when }])).todos;
    const which: Selection = { ids: [todo?.id as TodoId] };
    const { id: changeId } = await acts.edit(request, which, { notes: 'before' });
    if (state === 'done') await acts.complete(request, which);
    if (state === 'deleted') await acts.remove(request, which);
    return { caller, todoId: todo?.id as TodoId, changeId };
  }

  const by = (actorId: ReturnType<typeof userId>, listId: ListId) => ({ actorId, listId });

  /** Nobody adds to a to-do: that right is one of lists. */
  const WAYS: Readonly<Record<Exclude<Right, 'add'>, (scene: Scene) => [string, string, unknown?]>> = {
    see: ({ todoId }) => ['GET', `/todos/${todoId}/history`],
    edit: patch({ notes: 'n' }),
    done: patch({ state: 'done' }),
    reopen: patch({ state: 'open' }),
    delete: ({ todoId }) => ['DELETE', `/todos/${todoId}`],
    undo: ({ changeId }) => ['POST', `/changes/${changeId}/undo`],
    due: patch({ due: '2099-12-04' }),
    snooze: patch({ snooze: '2099-12-05' }),
    skip: patch({ skip: true }),
    remind: patch({ reminders: [{ minutesBefore: 5 }] }),
    assign: patch({ assigneeId: userId('colleague') }),
    accept: patch({ request: 'accepted' }),
    decline: patch({ request: 'declined', reason: 'No time' }),
    take_back: patch({ request: 'taken_back' }),
    bump: patch({ request: 'bumped' }),
  };

  /** What makes no sense for this to-do is refused as well, in another way than what is not theirs to do. */
  const isForRight = ({ status, body }: { status: number; body: ErrorView }) =>
    status === 403 || status === 404 || ['list_archived', 'changed_since'].includes(body.code);

  it.each(CASES)('%s of one that is %s', async (relation, state) => {
    const given: Right[] = [];
    for (const right of RIGHTS) {
      if (right === 'add') continue;
      const scene = await sceneFor(relation, state);
      const before = await stateOf(scene);
      const answer = await call<ErrorView>(backend, scene.caller, ...WAYS[right](scene));
      expect([right, answer.status]).not.toContain(503);
      if (!isForRight(answer)) given.push(right);
      if (answer.status >= 300) expect([right, await stateOf(scene)]).toEqual([right, before]);
      else if (right !== 'see') expect(answer.status).toBe(200);
    }
    expect(given).toEqual(RIGHTS.filter((right) => right !== 'add' && isGiven(relation, right, state)));
  });

  /** Numbers are those of lists that one may read: nobody reaches by one what they sent, or what is not theirs. */
  const TYPED: readonly [Right, (number: number) => string][] = [
    ['see', (number) => `show ${number}`],
    ['edit', (number) => `note ${number} n`],
  ];

  it.each(CASES)('typed with its number, %s of one that is %s', async (relation, state) => {
    for (const [right, lineOf] of TYPED) {
      const scene = await sceneFor(relation, state);
      const before = await stateOf(scene);
      const { listId = '', number = 0 } = before.todo ?? {};
      const list = {
        reader: channelId('town'),
        late_reader: channelId('old'),
        member: 'shared',
        guest: 'shared',
      };
      const path = `/lists/${(list as Record<string, string>)[relation] ?? 'me'}/commands`;
      const { status, body } = await call<CommandView>(backend, scene.caller, 'POST', path, {
        line: lineOf(number),
      });
      const isDone = status === 200 && body.ok;
      const isReached = relation !== 'asker' && state !== 'deleted';
      expect([right, listId, isDone]).toEqual([
        right,
        listId,
        isReached && hasRights(relation, [right], state),
      ]);
      if (!isDone) expect(JSON.stringify(body)).not.toContain('before');
      if (!isDone || right === 'see') expect(await stateOf(scene)).toEqual(before);
    }
  });

  const stateOf = async ({ todoId }: Scene) => ({
    todo: await backend.store.todos.find(todoId),
    history: await backend.store.todos.history(todoId, 100),
  });

  /** What the owner of a waiting or declined one could undo was made by somebody else here, and all is undone in its list. */
  function isGiven(relation: Relation, right: Right, state: TodoState): boolean {
    if (right === 'undo' && relation === 'owner')
      return state !== 'waiting' && state !== 'declined' && state !== 'deleted';
    if (right === 'undo' && relation !== 'asker')
      return hasRights(relation, [right], state) && state !== 'deleted';
    return hasRights(relation, [right], state);
  }
});

function patch(body: object) {
  return ({ todoId }: Scene): [string, string, unknown] => ['PATCH', `/todos/${todoId}`, body];
}
