import { gobAgainstJson } from '../../plugin-host/bench/gob-against-json.ts';
import { atLeast, ratioUnit, type Figure } from '../figure.ts';

const MICROSECONDS = 1_000_000;

/** Posts decoded and encoded in a second, by gob against JSON. */
export async function gob(): Promise<Figure> {
  const { gobUs, jsonUs } = gobAgainstJson();
  const [ours, theirs] = [MICROSECONDS / gobUs, MICROSECONDS / jsonUs];
  const name = 'gob: decode and encode of a post against JSON';
  return atLeast(0.3, { name, value: ours / theirs, unit: ratioUnit(ours, theirs, 'a second') });
}
