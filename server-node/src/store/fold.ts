/**
 * Makes texts comparable whatever their case and width. Done here and not in SQL, since the databases disagree:
 * SQLite folds ASCII only, and PostgreSQL what its locale says.
 */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
