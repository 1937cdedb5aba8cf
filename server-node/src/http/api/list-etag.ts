import { createHash } from 'node:crypto';
import type { ReadOnlyReason } from '../../contract/todo-view.ts';
import type { PageQuery } from '../../todos/ports.ts';

/**
 * Changes with the list's revision, with the page, and with what the caller may see of it and do with it: rights come
 * and go without a change of the list.
 */
export function listEtag(
  revision: number,
  query: PageQuery,
  hidden: ReadonlySet<string>,
  readOnly: ReadOnlyReason | undefined,
): string {
  if (query.cursor === undefined && hidden.size === 0 && readOnly === undefined)
    return `"${revision}-${query.state}-${query.limit}"`;
  const facts = [query.cursor ?? '', readOnly ?? '', ...[...hidden].sort()];
  const rest = createHash('sha256').update(JSON.stringify(facts));
  return `"${revision}-${query.state}-${query.limit}-${rest.digest('base64url').slice(0, 16)}"`;
}
