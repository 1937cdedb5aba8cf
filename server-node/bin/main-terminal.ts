import { once } from 'node:events';
import { runTerminal } from '../src/program/terminal/run-terminal.ts';
import { languageFromEnvironment } from './language-from-environment.ts';

/** Each write waits until the reader has room; a reader that has gone away, such as `head`, ends the program. */
async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runTerminal({
  argv: process.argv.slice(2),
  locale: languageFromEnvironment(),
  input: () => process.stdin.setEncoding('utf8'),
  print: (text) => write(process.stdout, text),
  printError: (text) => write(process.stderr, text),
  // Only now, because explaining and helping should be quick and need none of it.
  open: async () => (await import('./open-from-environment.ts')).openFromEnvironment(),
});
