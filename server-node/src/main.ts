import './shared/compile-cache.js';
import { readFileSync } from 'node:fs';
import { keepHeapSmall, letHeapGrow } from './shared/heap-growth.ts';

keepHeapSmall();
const { runSidecar } = await import('./run-sidecar.ts');
letHeapGrow();

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
