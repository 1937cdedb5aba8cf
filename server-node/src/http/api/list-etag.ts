import { createHash } from 'node:crypto';
import type { PageQuery } from '../../todos/ports.ts';

/**
 * Changes with the list's revision, with the page, and with what the caller may see of it: rights come and go
 * without a change of the list.
 */
export function listEtag(revision: number, query: PageQuery, hidden: ReadonlySet<string>): string {
  if (query.cursor === undefined && hidden.size === 0) return `"${revision}-${query.state}-${query.limit}"`;
  const rest = createHash('sha256').update(JSON.stringify([query.cursor ?? '', ...[...hidden].sort()]));
  return `"${revision}-${query.state}-${query.limit}-${rest.digest('base64url').slice(0, 16)}"`;
}
