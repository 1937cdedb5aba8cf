import { randomBytes } from 'node:crypto';
import type { Run } from './runner.ts';
import type { SecretOf } from './store.ts';
import type { WriteQueries } from './write-queries.ts';

const BYTES = 32;

/** Of two processes that make one up at the same time the database takes the first one's, and both then read that. */
export function makeSecretOf(run: Run, queries: Pick<WriteQueries, 'secret' | 'makeSecret'>): SecretOf {
  const read = async (name: string) => (await run(queries.secret({ name })))[0]?.value;
  return async (name) => {
    const known = await read(name);
    if (known !== undefined) return known;
    await run(queries.makeSecret({ name, value: randomBytes(BYTES).toString('base64url') }));
    const made = await read(name);
    if (made === undefined) throw new Error(`The secret "${name}" was made and is not there.`);
    return made;
  };
}
