import { readdirSync, readFileSync } from 'node:fs';

/** What these tests ask the system about a process stands in `/proc` only. */
export const isLinux = process.platform === 'linux';

/** A process that is dead but not yet fetched by its parent counts as gone. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Files, sockets, pipes and event sources that it holds open. */
export const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
