import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';

/** One delivery of one process, by a name that tells others on the same machine which process it is. */
export interface LeaseHolder {
  readonly name: string;
  /** Whether a holder is certainly dead; false for one that cannot be seen from here, as on another machine. */
  isGone(name: string): boolean;
}

/** Where a process id means one process: the boot of a machine and, in it, the namespace of a container. */
export function findPlace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}.${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return `unknown.${randomUUID()}`;
  }
}

export function makeLeaseHolder(place = findPlace(), { pid }: { pid: number } = process): LeaseHolder {
  const startedAt = Math.round(performance.timeOrigin);
  return {
    name: [place, pid, startedAt, randomUUID()].join(' '),
    isGone(name) {
      const [itsPlace, itsPid, itsStart] = name.split(' ');
      if (itsPlace !== place) return false;
      return Number(itsPid) === pid ? Number(itsStart) !== startedAt : !isRunning(Number(itsPid));
    },
  };
}

/** Signal 0 reaches nobody, and fails where there is nobody. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
