import { writeSync } from 'node:fs';
import { silentLogger } from '../../shared/logger.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import { openStore } from '../open-store.ts';
import { ANN, ANNS } from './people.ts';

/** A program for tests: adds two to-dos and a reply again and again, and prints the numbers of each change once it is told that they are kept. */
const [url = '', schema = ''] = process.argv.slice(2);
const WRITERS = 4;

const newId = makeNewId(Date.now);
const store = await openStore(url, { now: Date.now, newId, logger: silentLogger, schema });
const acts = makeActs({ store: store.todos, now: Date.now, newId });
const replies = () => [{ target: { kind: 'direct' as const, userId: ANN }, text: 'Added.' }];

async function writeOn(): Promise<void> {
  for (;;) {
    const { todos } = await acts.add({ ...ANNS, replies }, [{ text: 'first' }, { text: 'second' }]);
    writeSync(1, `${todos.map(({ number }) => number).join(' ')}\n`);
    await acts.remove(ANNS, { numbers: todos.map(({ number }) => number) });
  }
}

await Promise.all(Array.from({ length: WRITERS }, writeOn));
