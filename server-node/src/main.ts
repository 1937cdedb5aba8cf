import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileForSize } from './shared/compile-for-size.ts';

/**
 * Without its types taken away again, a start is faster and some 30 MB smaller. The cache belongs to the installed
 * project and not to a temporary folder, where others could put code into it; where nothing may be written there
 * is none. Only what is imported after this line goes through it.
 */
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/todo-node/', import.meta.url)));

compileForSize();

const { runSidecar } = await import('./run-sidecar.ts');
await runSidecar({
  env: process.env,
  readFile: (path) => readFileSync(path, 'utf8'),
  writeLog: (line) => void process.stdout.write(line),
  writeError: (text) => void process.stderr.write(text),
  onSignal(listener) {
    process.on('SIGTERM', listener);
    process.on('SIGINT', listener);
  },
  onCrash: (listener) => void process.once('uncaughtException', listener),
  exit: (code) => process.exit(code),
});
