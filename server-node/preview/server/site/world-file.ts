import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Json } from './records.ts';
import { worldToJson, type World } from './world.ts';

const SAVE_AFTER_MS = 300;

/** @returns undefined when there is no file yet. A damaged file is an error: it holds ids that to-dos refer to. */
export function readWorldFile(path: string): Json | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return JSON.parse(text) as Json;
}

export interface WorldFile {
  /** To be called after every change; writes are gathered. */
  changed(): void;
  /** Writes what is still unwritten. */
  flush(): void;
}

/** Readable by its owner only: it holds tokens. Replaced as a whole, so a crash leaves the old or the new one. */
export function openWorldFile(path: string, world: World): WorldFile {
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(worldToJson(world)), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return {
    changed() {
      timer ??= setTimeout(() => {
        timer = undefined;
        write();
      }, SAVE_AFTER_MS);
    },
    flush() {
      clearTimeout(timer);
      timer = undefined;
      write();
    },
  };
}
