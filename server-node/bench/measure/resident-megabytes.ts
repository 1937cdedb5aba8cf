import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const KILOBYTES_IN_ONE = 1024;

export function residentMegabytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString();
  return Number(kilobytes) / KILOBYTES_IN_ONE;
}
