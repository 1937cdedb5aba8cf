import type { UserId } from '../../shared/ids.ts';

export type Deed = { actor: UserId } & (
  | { act: 'add'; texts: string[] }
  | { act: 'edit'; numbers: number[]; text: string }
  | { act: 'complete' | 'reopen' | 'remove'; numbers: number[] }
  | { act: 'undo' }
);

/** `doneBy` stands for the moment: which deed completed it. */
type Fields = { text: string; state: 'open' | 'done' | 'deleted'; doneBy: number | null };
type Row = Fields & { number: number; version: number };
interface Entry {
  actor: UserId;
  undone: boolean;
  added: boolean;
  lines: { number: number; before: Fields; after: Fields }[];
}

/** A list as one would write it on an afternoon: all in memory, every change kept as whole rows. */
export function makeModel() {
  const rows: Row[] = [];
  const past: Entry[] = [];
  let revision = 0;
  let deeds = 0;

  const fieldsOf = ({ text, state, doneBy }: Row): Fields => ({ text, state, doneBy });
  const same = (one: Fields, other: Fields): boolean => JSON.stringify(one) === JSON.stringify(other);

  function change(actor: UserId, numbers: number[], next: (row: Row) => Fields, deletedToo: boolean): string {
    const chosen = numbers.map((number) => rows[number - 1]);
    if (chosen.some((row) => row === undefined || (row.state === 'deleted' && !deletedToo)))
      return 'todo_not_found';
    const lines = [];
    for (const row of chosen as Row[]) {
      const [before, after] = [fieldsOf(row), next(row)];
      if (same(before, after)) continue;
      Object.assign(row, after, { version: row.version + 1 });
      lines.push({ number: row.number, before, after });
    }
    if (lines.length > 0) {
      revision += 1;
      past.push({ actor, undone: false, added: false, lines });
    }
    return 'ok';
  }

  function add(actor: UserId, texts: string[]): string {
    const lines = texts.map((text) => {
      const fields: Fields = { text, state: 'open', doneBy: null };
      rows.push({ ...fields, number: rows.length + 1, version: 1 });
      return { number: rows.length, before: { ...fields, state: 'deleted' as const }, after: fields };
    });
    revision += 1;
    past.push({ actor, undone: false, added: true, lines });
    return 'ok';
  }

  function undo(actor: UserId): string {
    const entry = past.findLast((each) => each.actor === actor && !each.undone);
    if (entry === undefined) return 'nothing_to_undo';
    const stale = entry.lines.some(({ number, before, after }) => {
      const row = rows[number - 1] as Row;
      const names = Object.keys(after) as (keyof Fields)[];
      const touched = names.filter((name) => entry.added || before[name] !== after[name]);
      return (
        (row.state === 'deleted' && after.state !== 'deleted') ||
        touched.some((name) => row[name] !== after[name])
      );
    });
    if (stale) return 'changed_since';
    for (const { number, before, after } of entry.lines) {
      const row = rows[number - 1] as Row;
      for (const name of Object.keys(after) as (keyof Fields)[]) {
        if (before[name] !== after[name]) Object.assign(row, { [name]: before[name] });
      }
      row.version += 1;
    }
    entry.undone = true;
    revision += 1;
    return 'ok';
  }

  return {
    perform(deed: Deed): string {
      deeds += 1;
      switch (deed.act) {
        case 'add':
          return add(deed.actor, deed.texts);
        case 'undo':
          return undo(deed.actor);
        case 'edit':
          return change(deed.actor, deed.numbers, (row) => ({ ...fieldsOf(row), text: deed.text }), false);
        case 'complete': {
          const doneBy = deeds;
          const done = (row: Row): Fields =>
            row.state === 'done' ? fieldsOf(row) : { ...fieldsOf(row), state: 'done', doneBy };
          return change(deed.actor, deed.numbers, done, false);
        }
        case 'reopen':
          return change(
            deed.actor,
            deed.numbers,
            (row) => ({ ...fieldsOf(row), state: 'open', doneBy: null }),
            false,
          );
        case 'remove':
          return change(deed.actor, deed.numbers, (row) => ({ ...fieldsOf(row), state: 'deleted' }), true);
      }
    },
    shown() {
      const count = (state: Row['state']) => rows.filter((row) => row.state === state).length;
      return {
        counts: {
          ...{ openCount: count('open'), doneCount: count('done'), nextNumber: rows.length + 1, revision },
        },
        rows: rows
          .filter(({ state }) => state !== 'deleted')
          .map(({ number, text, state, version }) => ({ number, text, state, version })),
      };
    },
  };
}
