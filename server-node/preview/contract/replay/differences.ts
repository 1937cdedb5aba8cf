import { isMask, isRecordedId, type Bindings } from './bindings.ts';

/** Different on every server and at every moment, even where the recording has 0. */
const COUNTED =
  /^(last_post_at|last_root_post_at|last_viewed_at|last_update_at|(total_)?msg_count(_root)?|reply_count|mention_count.*)$/;

/** Not compared but by their kind. */
const FREE_TEXT = /^(request_id|token|invite_id|trigger_id|cookie)$/;

/**
 * Where a live answer is not what was recorded: other fields, other kinds, other words. Ids that were not seen before
 * are bound on the way. Empty means the same.
 */
export function differences(recorded: unknown, live: unknown, bindings: Bindings, at = ''): string[] {
  if (Array.isArray(recorded)) return inList(recorded, live, bindings, at);
  if (typeof recorded === 'object' && recorded !== null) {
    return inObject(recorded as Record<string, unknown>, live, bindings, at);
  }
  if (typeof recorded === 'string') return inText(recorded, live, bindings, at);
  if (typeof recorded === 'number') return inNumber(recorded, live, at);
  return recorded === live ? [] : [unlike(at, recorded, live)];
}

const unlike = (at: string, recorded: unknown, live: unknown) =>
  `${at || 'the answer'}: expected ${JSON.stringify(recorded)}, got ${JSON.stringify(live)}`;

const lastName = (at: string) => at.split('.').at(-1) ?? '';

function inList(recorded: unknown[], live: unknown, bindings: Bindings, at: string): string[] {
  if (!Array.isArray(live) || live.length !== recorded.length) return [unlike(at, recorded, live)];
  // Sets, in no order of their own.
  if (lastName(at) === 'permissions') return inSet(recorded, live, at);
  const rows = inOrderOf(recorded, live, bindings);
  return recorded.flatMap((item, index) => differences(item, rows[index], bindings, `${at}[${index}]`));
}

/** Rows come in the order of the database, which nobody promises: those with known ids are put side by side. */
function inOrderOf(recorded: unknown[], live: unknown[], bindings: Bindings): unknown[] {
  const idOf = (row: unknown) => {
    const { id, user_id } = (row ?? {}) as { id?: unknown; user_id?: unknown };
    return typeof id === 'string' ? id : typeof user_id === 'string' ? user_id : undefined;
  };
  const wanted = recorded.map((row) => bindings.liveId(idOf(row) ?? ''));
  const found = wanted.map((id) => live.find((row) => id !== undefined && idOf(row) === id));
  return found.includes(undefined) || new Set(found).size < found.length ? live : found;
}

function inSet(recorded: unknown[], live: unknown[], at: string): string[] {
  return recorded.every((item) => live.includes(item)) ? [] : [unlike(at, recorded, live)];
}

function inObject(
  recorded: Record<string, unknown>,
  live: unknown,
  bindings: Bindings,
  at: string,
): string[] {
  if (typeof live !== 'object' || live === null || Array.isArray(live)) return [unlike(at, recorded, live)];
  const [wanted, found] = [Object.keys(recorded).sort(), Object.keys(live).sort()];
  const missing = wanted.filter((key) => !found.includes(key)).map((key) => `${at}.${key} is missing`);
  const extra = found.filter((key) => !wanted.includes(key)).map((key) => `${at}.${key} is new`);
  const inside = wanted
    .filter((key) => found.includes(key))
    .flatMap((key) =>
      differences(recorded[key], (live as Record<string, unknown>)[key], bindings, `${at}.${key}`),
    );
  return [...missing, ...extra, ...inside];
}

function inText(recorded: string, live: unknown, bindings: Bindings, at: string): string[] {
  if (typeof live !== 'string') return [unlike(at, recorded, live)];
  if (isMask(recorded) || FREE_TEXT.test(lastName(at)))
    return live === '' ? [unlike(at, recorded, live)] : [];
  if (isRecordedId(recorded) && bindings.liveId(recorded) === undefined) {
    bindings.bindId(recorded, live);
    return isRecordedId(live) ? [] : [unlike(at, recorded, live)];
  }
  const wanted = bindings.translate(recorded);
  return sorted(wanted) === sorted(live) ? [] : [unlike(at, wanted, live)];
}

/** The name of a direct channel holds two ids in the order of the alphabet, which differs from server to server. */
const sorted = (text: string) => (text.includes('__') ? text.split('__').sort().join('__') : text);

function inNumber(recorded: number, live: unknown, at: string): string[] {
  if (typeof live !== 'number') return [unlike(at, recorded, live)];
  const name = lastName(at);
  if (COUNTED.test(name)) return [];
  const isMoment = recorded > 1e12;
  if (isMoment) return live > 1e12 ? [] : [unlike(at, recorded, live)];
  return recorded === live ? [] : [unlike(at, recorded, live)];
}
