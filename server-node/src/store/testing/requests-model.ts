/** What one of these people does, in their own list, or with what they sent from it. */
export type RequestDeed = { actor: string } & (
  | { act: 'add'; text: string }
  | { act: 'send'; text: string; to: string }
  | { act: 'assign'; number: number; to: string }
  | { act: 'accept' | 'decline' | 'complete' | 'reopen' | 'remove'; number: number }
  /** The to-do is named by which one it was of all that were made. */
  | { act: 'takeBack'; made: number }
  | { act: 'reword'; made: number; text: string }
  | { act: 'undo' }
);

interface Fields {
  text: string;
  state: 'open' | 'done' | 'deleted' | 'waiting' | 'declined';
  request: 'waiting' | 'accepted' | 'declined' | null;
  /** In whose list it is, and whose it is. */
  whose: string;
  number: number;
  /** Which deeds did it and asked for it: these stand for the moments. */
  doneBy: number | null;
  askedBy: number | null;
}
type Row = Fields & { creator: string; version: number };
interface Entry {
  actor: string;
  undone: boolean;
  row: Row;
  /** Undefined: the deed made it. */
  before: Fields | undefined;
  after: Fields;
}
class Refusal extends Error {}

/** The lists of several people as one would write them on an afternoon; each deed is about one to-do. */
export function makeRequestsModel(people: readonly string[]) {
  const rows: Row[] = [];
  const past: Entry[] = [];
  const lists = new Map(people.map((name) => [name, { revision: 0, nextNumber: 1 }]));
  let deeds = 0;

  const refuse = (code: string): never => {
    throw new Refusal(code);
  };
  const listOf = (name: string) => lists.get(name) ?? refuse('no_such_list');
  const fieldsOf = ({ creator: _creator, version: _version, ...fields }: Row): Fields => fields;
  const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

  function touch(whoses: Iterable<string>, { whose, number }: Fields): void {
    for (const name of new Set(whoses)) listOf(name).revision += 1;
    listOf(whose).nextNumber = Math.max(listOf(whose).nextNumber, number + 1);
  }

  function make(creator: string, fields: Omit<Fields, 'number' | 'doneBy'>): void {
    const row = { ...fields, number: listOf(fields.whose).nextNumber, doneBy: null, creator, version: 1 };
    rows.push(row);
    touch([row.whose], row);
    past.push({ actor: creator, undone: false, row, before: undefined, after: fieldsOf(row) });
  }

  function change(actor: string, row: Row, more: Partial<Fields>): void {
    const [before, after] = [fieldsOf(row), { ...fieldsOf(row), ...more }];
    if (isSame(before, after)) return;
    Object.assign(row, after, { version: row.version + 1 });
    touch([before.whose, after.whose], after);
    past.push({ actor, undone: false, row, before, after });
  }

  const inOwnList = (actor: string, number: number): Row =>
    rows.find((row) => row.whose === actor && row.number === number) ?? refuse('todo_not_found');
  const undeleted = (row: Row): Row => (row.state === 'deleted' ? refuse('todo_not_found') : row);
  const sentBy = (actor: string, made: number): Row => {
    const row = rows[made];
    if (row === undefined || row.creator !== actor || row.whose === actor) return refuse('todo_not_found');
    return undeleted(row);
  };
  const onlyIn = (states: readonly Fields['state'][], row: Row): Row =>
    states.includes(row.state) ? row : refuse('not_allowed');

  function undo(actor: string): void {
    const entry = past.findLast((one) => one.actor === actor && !one.undone) ?? refuse('nothing_to_undo');
    const { row, before, after } = entry;
    const [now, made] = [fieldsOf(row), before === undefined];
    const names = (Object.keys(after) as (keyof Fields)[]).filter((name) =>
      made ? name !== 'number' && name !== 'whose' : before?.[name] !== after[name],
    );
    const isOther = names.some((name) => now[name] !== after[name]);
    const isGivenAway = made && now.whose !== after.whose;
    const wasAnswered = after.whose !== actor && now.whose === after.whose && now.state !== 'waiting';
    const isDeleted = now.state === 'deleted' && after.state !== 'deleted';
    if (isOther || isGivenAway || wasAnswered || isDeleted) refuse('changed_since');
    const back = before === undefined ? { state: 'deleted' as const } : pick(before, names);
    Object.assign(row, back, { version: row.version + 1 });
    entry.undone = true;
    touch([now.whose, row.whose], row);
  }

  const pick = (fields: Fields, names: readonly (keyof Fields)[]) =>
    Object.fromEntries(names.map((name) => [name, fields[name]]));

  function carryOut(deed: RequestDeed): void {
    const { actor } = deed;
    const asked = { state: 'waiting', request: 'waiting', askedBy: deeds } as const;
    const own = { state: 'open', request: null, askedBy: null, whose: actor } as const;
    switch (deed.act) {
      case 'add':
        return make(actor, { text: deed.text, ...own });
      case 'send':
        return make(actor, { text: deed.text, ...(deed.to === actor ? own : { ...asked, whose: deed.to }) });
      case 'assign': {
        const row = onlyIn(['open', 'done', 'waiting'], undeleted(inOwnList(actor, deed.number)));
        if (deed.to === actor) return;
        if (row.state === 'done' || row.creator === deed.to) refuse('wrong_state');
        return change(actor, row, { ...asked, whose: deed.to, number: listOf(deed.to).nextNumber });
      }
      case 'accept': {
        const row = undeleted(inOwnList(actor, deed.number));
        if (row.request === null) refuse('wrong_state');
        return row.request === 'accepted'
          ? undefined
          : change(actor, row, { state: 'open', request: 'accepted' });
      }
      case 'decline': {
        const row = undeleted(inOwnList(actor, deed.number));
        if (row.request === null || row.state === 'done') refuse('wrong_state');
        return change(actor, row, { state: 'declined', request: 'declined' });
      }
      case 'complete': {
        const row = onlyIn(['open', 'done', 'waiting'], undeleted(inOwnList(actor, deed.number)));
        if (row.state === 'done') return;
        const answer = row.state === 'waiting' ? ({ request: 'accepted' } as const) : {};
        return change(actor, row, { state: 'done', doneBy: deeds, ...answer });
      }
      case 'reopen':
        return change(actor, onlyIn(['open', 'done'], undeleted(inOwnList(actor, deed.number))), {
          ...{ state: 'open', doneBy: null },
        });
      case 'remove': {
        const row = onlyIn(['open', 'done', 'deleted'], inOwnList(actor, deed.number));
        if (row.state === 'open' && row.request === 'accepted' && row.creator !== actor)
          refuse('wrong_state');
        return change(actor, row, { state: 'deleted' });
      }
      case 'takeBack':
        return change(actor, onlyIn(['waiting', 'declined'], sentBy(actor, deed.made)), {
          ...{ ...own, number: listOf(actor).nextNumber },
        });
      case 'reword':
        return change(actor, onlyIn(['waiting'], sentBy(actor, deed.made)), { text: deed.text });
      case 'undo':
        return undo(actor);
    }
  }

  return {
    /** @returns `ok`, or the code of the refusal, after which all is as it was */
    perform(deed: RequestDeed): string {
      deeds += 1;
      try {
        carryOut(deed);
        return 'ok';
      } catch (error) {
        if (error instanceof Refusal) return error.message;
        throw error;
      }
    },
    shown() {
      const count = (name: string, state: Fields['state']) =>
        rows.filter((row) => row.whose === name && row.state === state).length;
      return {
        lists: people.map((name) => ({
          ...listOf(name),
          ...{ openCount: count(name, 'open'), doneCount: count(name, 'done') },
        })),
        rows: rows.map(({ text, state, request, whose, number, version }) => {
          return { text, state, request, whose, number, version };
        }),
        waiting: people.map((name) => count(name, 'waiting')),
      };
    },
  };
}
