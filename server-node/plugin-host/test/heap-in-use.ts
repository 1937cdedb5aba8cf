import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that are still reachable: what is merely not collected yet says nothing, and depends on the machine's load. */
export function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
