import { dirname } from 'node:path';
import type { Command } from './managed-program.ts';

/** The user of PostgreSQL in these tests, whose socket no other user without rights can reach. */
const NOBODY = '65534:65534';

/** Leaves the folders named first read-only, for itself and what it becomes, and refuses to go on if they are not. */
const ENTER = `set -e
program="$1"; user="$2"; shift 2
for folder in "$@"; do
  mount --bind "$folder" "$folder"
  mount -o remount,bind,ro "$folder"
  if touch "$folder/written" 2>/dev/null; then echo "[ERROR] $folder can be written to" >&2; exit 1; fi
done
cd "$(dirname "$program")"
exec chroot --userspec="$user" / "$program"`;

/**
 * Starts a program in the only way in which nothing can be written to its folder: as a user without rights, on a mount
 * that is read-only. @param others folders that are read-only, too
 */
export const inReadOnlyFolder = (program: string, others: readonly string[]): Command => [
  'unshare',
  ...['--mount', '--', 'sh', '-c', ENTER, 'sh', program, NOBODY, dirname(program), ...others],
];
