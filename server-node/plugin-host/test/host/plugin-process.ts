import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

import type { MattermostOptions } from './mattermost-side.ts';
import { MattermostSide } from './mattermost-side.ts';

/** The time Mattermost gives a plugin to print its handshake. */
export const START_MS = 3_000;

export interface PluginProcess {
  readonly child: ChildProcess;
  readonly mattermost: MattermostSide;
  /** Lines of standard error, as they would stand in Mattermost's log. */
  readonly logLines: string[];
  readonly handshake: string;
  readonly handshakeMs: number;
  /** The exit code, or the signal that ended it. */
  readonly exited: Promise<number | string>;
}

export interface SpawnOptions extends MattermostOptions {
  readonly env?: Readonly<Record<string, string>>;
}

export const PLUGIN_ENVIRONMENT = {
  MATTERMOST_PLUGIN: 'Securely message teams, anywhere.',
  PLUGIN_MIN_PORT: '10000',
  PLUGIN_MAX_PORT: '25000',
  PLUGIN_PROTOCOL_VERSIONS: '1',
};

/** Starts a plugin as Mattermost does: reads the handshake, connects to its socket. Not activated yet. */
export async function startPlugin(
  command: readonly [string, ...string[]],
  options: SpawnOptions = {},
): Promise<PluginProcess> {
  const startedAt = performance.now();
  const [program, ...args] = command;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...PLUGIN_ENVIRONMENT, ...options.env },
  });
  const logLines: string[] = [];
  createInterface(child.stderr).on('line', (line) => logLines.push(line));
  const exited = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const handshake = await firstLine(child, exited, logLines);
  const handshakeMs = performance.now() - startedAt;
  const socket = connect(addressOf(handshake));
  await once(socket, 'connect');
  return { child, mattermost: new MattermostSide(socket, options), logLines, handshake, handshakeMs, exited };
}

async function firstLine(child: ChildProcess, exited: Promise<unknown>, logLines: string[]): Promise<string> {
  const lines = createInterface(child.stdout as NonNullable<ChildProcess['stdout']>);
  const printed = once(lines, 'line').then(([line]) => line as string);
  const deadline = AbortSignal.timeout(START_MS);
  const tooLate = once(deadline, 'abort').then(() => 'late' as const);
  const first = await Promise.race([printed, tooLate, exited.then(() => 'gone' as const)]);
  if (first === 'gone') throw new Error(`plugin exited before we could connect: ${logLines.join(' ')}`);
  if (first !== 'late') return first;
  child.kill('SIGKILL');
  throw new Error('timeout while waiting for plugin to start');
}

/** `@name` is Go's way to write a socket without a file. */
function addressOf(handshake: string): string {
  const [core, app, network, address, protocol] = handshake.split('|');
  if (core !== '1' || app !== '1' || network !== 'unix' || protocol !== 'netrpc' || address === undefined) {
    throw new Error(`Unrecognized remote plugin message: ${handshake}`);
  }
  return address.startsWith('@') ? `\0${address.slice(1)}` : address;
}
