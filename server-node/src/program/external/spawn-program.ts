import { execa } from 'execa';
import { SECOND_MS } from '../../shared/time.ts';
import { collectOutput, type Output } from './collect-output.ts';

export interface Invocation {
  /** Looked up in the PATH of `environment` unless it has a slash. */
  command: string;
  argv: readonly string[];
  /** All of it: nothing of this process's own environment is passed on. */
  environment: Readonly<Record<string, string>>;
  directory: string;
  /** Above 0. */
  timeoutMs: number;
}

export type RunResult =
  | { kind: 'exited'; exitCode: number; stdout: Output; stderr: Output }
  | { kind: 'killed'; signal: string; stdout: Output; stderr: Output }
  | { kind: 'timed_out' }
  | { kind: 'not_found' }
  /** `reason`: an errno name such as EACCES. */
  | { kind: 'not_started'; reason: string };

export type SpawnProgram = (invocation: Invocation) => Promise<RunResult>;

/** What ignores SIGTERM gets SIGKILL after this. */
const KILL_AFTER_MS = SECOND_MS;
/** How long the last output may take after the program has ended; what still holds the pipes is killed then. */
const DRAIN_MS = 300;

/**
 * Runs a program once: no shell, no input, a process group of its own, of which nothing is left when this resolves.
 * Does not reject for anything the program does.
 */
export const spawnProgram: SpawnProgram = async (invocation) => {
  // Before the start, so that a time-out is never counted from later than execa counts it.
  const startedAt = performance.now();
  const running = start(invocation);
  const child = running.nodeChildProcess;
  const stdout = collectOutput(running.stdout);
  const stderr = collectOutput(running.stderr);
  let drained: NodeJS.Timeout | undefined;
  let endedInTime = false;
  child.once('exit', () => {
    endedInTime = performance.now() - startedAt < invocation.timeoutMs;
    drained = setTimeout(
      () => [running.stdout, running.stderr].forEach((stream) => stream.destroy()),
      DRAIN_MS,
    );
  });
  const { timedOut, code } = await running;
  clearTimeout(drained);
  killGroup(child.pid);
  if (code === 'ENOENT') return { kind: 'not_found' };
  if (child.pid === undefined) return { kind: 'not_started', reason: code ?? 'unknown' };
  if (timedOut && !endedInTime) return { kind: 'timed_out' };
  const output = { stdout: stdout(), stderr: stderr() };
  if (child.exitCode !== null) return { kind: 'exited', exitCode: child.exitCode, ...output };
  return { kind: 'killed', signal: child.signalCode ?? 'unknown', ...output };
};

function start({ command, argv, environment, directory, timeoutMs }: Invocation) {
  return execa(command, argv, {
    cwd: directory,
    env: { ...environment },
    extendEnv: false,
    stdin: 'ignore',
    buffer: false,
    reject: false,
    killDescendants: true,
    timeout: timeoutMs,
    forceKillAfterDelay: KILL_AFTER_MS,
  });
}

/** What the program left running, and what ignored SIGTERM. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing is left of the group.
  }
}
