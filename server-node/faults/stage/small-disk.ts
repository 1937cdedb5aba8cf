import { DatabaseSync } from 'node:sqlite';

/**
 * Loaded by Node before the backend: SQLite gets no more than `DISK_PAGES` pages, to which it says what it says of a
 * full disk, until SIGUSR2 makes room.
 */
const PLENTY = 1_000_000;
const open = new Set<DatabaseSync>();
let pages = Number(process.env['DISK_PAGES']);

const plainExec = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function (sql) {
  plainExec.call(this, sql);
  if (open.has(this)) return;
  open.add(this);
  plainExec.call(this, `pragma max_page_count = ${pages}`);
};
process.on('SIGUSR2', () => {
  pages = PLENTY;
  for (const database of open) plainExec.call(database, `pragma max_page_count = ${PLENTY}`);
});
