import { describe, expect, it } from '@jest/globals';
import { MAX_OUTPUT_BYTES } from './collect-output.ts';
import { spawnProgram, type Invocation } from './spawn-program.ts';

const shell = (script: string, more: Partial<Invocation> = {}) =>
  spawnProgram({
    command: 'sh',
    argv: ['-c', script],
    environment: { PATH: '/usr/bin:/bin' },
    directory: '/',
    timeoutMs: 20_000,
    ...more,
  });

/** Whether a process is there, and no zombie: a container without an init may leave those. */
const lives = async (pid: string): Promise<boolean> => {
  const result = await shell(`grep -q '^State:[[:space:]]*[RSDTI]' /proc/${pid}/status`);
  return result.kind === 'exited' && result.exitCode === 0;
};

describe('a spawned program', () => {
  it('gives exit code, output and errors', async () => {
    expect(await shell('echo out; echo err >&2; exit 3')).toEqual({
      kind: 'exited',
      exitCode: 3,
      stdout: { text: 'out\n', cut: false },
      stderr: { text: 'err\n', cut: false },
    });
  });

  it('sees no environment but the given one, and an input that has ended', async () => {
    const result = await shell('env; cat; pwd', { environment: { PATH: '/usr/bin:/bin', HOME: '/x' } });
    expect(result).toMatchObject({ exitCode: 0 });
    const lines = result.kind === 'exited' ? result.stdout.text.trim().split('\n') : [];
    const added = /^(PWD|SHLVL|_|OLDPWD)=/;
    expect(lines.filter((line) => !added.test(line)).sort()).toEqual(['/', 'HOME=/x', 'PATH=/usr/bin:/bin']);
  });

  it('is stopped with all that it started when the time is up, even what ignores SIGTERM', async () => {
    const marker = `6${process.pid}.25`;
    const result = await shell(`(trap "" TERM; sleep ${marker}; sleep ${marker}) & sleep ${marker}`, {
      timeoutMs: 200,
    });
    expect(result).toEqual({ kind: 'timed_out' });
    const left = await shell(
      `cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' | grep -c "sleep ${marker.replace('.', '[.]')}"`,
    );
    expect(left).toMatchObject({ stdout: { text: '0\n' } });
  });

  it('counts as timed out also when it answers SIGTERM with an exit code', async () => {
    expect(await shell('trap "exit 0" TERM; sleep 9 & wait', { timeoutMs: 200 })).toEqual({
      kind: 'timed_out',
    });
  });

  it('is not waited for beyond its end, and leaves nothing running', async () => {
    const result = await shell('sleep 600 & echo $!');
    expect(result).toMatchObject({ kind: 'exited', exitCode: 0 });
    const pid = result.kind === 'exited' ? result.stdout.text.trim() : '';
    expect(pid).toMatch(/^\d+$/);
    // A process that was killed may take a moment to be gone.
    while (await lives(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await lives(String(process.pid))).toBe(true);
  });

  it('may print more than is kept, and ends by itself', async () => {
    const result = await shell('head -c 300000 /dev/zero | tr "\\0" y; echo last >&2; exit 5');
    expect(result).toMatchObject({ exitCode: 5, stdout: { cut: true }, stderr: { text: 'last\n' } });
    expect(result.kind === 'exited' && result.stdout.text.length).toBe(MAX_OUTPUT_BYTES);
  });

  it('has its colours, control characters and broken UTF-8 taken out', async () => {
    const result = await shell(
      `printf '\\033[31mred\\033[0m\\007\\r\\n\\377\\376 \\033]8;;http://x\\033\\\\link'`,
    );
    expect(result).toMatchObject({ stdout: { text: 'red\n\ufffd\ufffd link' } });
  });

  it.each([
    ['is not there', 'no-such-program', { kind: 'not_found' }],
    ['may not be executed', '/etc/passwd', { kind: 'not_started', reason: 'EACCES' }],
  ])('that %s is told apart', async (_why, command, expected) => {
    expect(await shell('', { command })).toEqual(expected);
  });

  it('that kills itself is told apart', async () => {
    expect(await shell('kill -SEGV $$')).toMatchObject({ kind: 'killed', signal: 'SIGSEGV' });
  });
});
