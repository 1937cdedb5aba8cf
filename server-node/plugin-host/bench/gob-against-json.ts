import { recording } from '../test/recordings/golden.ts';
import { plain } from '../test/recordings/plain.ts';
import { struct } from '../src/gob/gob-type.ts';
import { GobReader } from '../src/gob/gob-reader.ts';
import { GobWriter } from '../src/gob/gob-writer.ts';
import { REGISTERED_TYPES } from '../src/model/registered-types.ts';
import type { PostInput } from '../src/model/post.ts';
import { post } from '../src/model/post.ts';

/** Decode and encode of a recorded post, against `JSON.parse` and `JSON.stringify` of the same; ratio 1 is as fast. */
const ROUNDS = 20_000;
const PASSES = 7;

interface Golden {
  readonly cases: readonly { reply: { body: { value: { A: unknown } } } }[];
}
const { cases } = JSON.parse(recording('api/GetPost.json.gz').toString('utf8')) as Golden;
const reply = struct('Returns', { A: post });
const recorded = { A: plain(cases[0]?.reply.body.value.A) as PostInput };

const codec = { registered: REGISTERED_TYPES };
const writer = new GobWriter(codec);
const reader = new GobReader(codec);
reader.push(writer.encode(reply, recorded));
reader.read(reply);
const message = writer.encode(reply, recorded);
const text = Buffer.from(JSON.stringify(recorded));

function gob(): void {
  reader.push(message);
  const value = reader.read(reply)?.value;
  if (value === undefined) throw new Error('The post was not decoded.');
  writer.encode(reply, value);
}

/** From bytes to bytes, as on a socket. */
function json(): void {
  Buffer.from(JSON.stringify(JSON.parse(text.toString('utf8'))));
}

function microseconds(act: () => void): number {
  const startedAt = performance.now();
  for (let round = 0; round < ROUNDS; round++) act();
  return ((performance.now() - startedAt) * 1000) / ROUNDS;
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Medians in microseconds a post, measured in turns. */
export function gobAgainstJson() {
  const passes = Array.from({ length: PASSES }, () => [microseconds(gob), microseconds(json)] as const);
  return {
    gobUs: median(passes.map(([us]) => us)),
    jsonUs: median(passes.map(([, us]) => us)),
    gobBytes: message.length,
    jsonBytes: text.length,
  };
}
