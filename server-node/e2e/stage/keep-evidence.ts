import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Stage } from './stage.ts';

const FOLDER = fileURLToPath(new URL('../../../test-results/', import.meta.url));

/** Keeps of a test that failed a picture and the console of each window, and the backend's log. */
export async function keepEvidence(stage: Stage, sentence: string): Promise<void> {
  const name = sentence
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-/, '')
    .slice(0, 80);
  mkdirSync(FOLDER, { recursive: true });
  for (const [index, { page, console, errors, person }] of stage.visits.entries()) {
    const file = join(FOLDER, `${name}-${index + 1}-${person.username}`);
    await page.screenshot({ path: `${file}.png` }).catch(() => undefined);
    writeFileSync(`${file}.txt`, [...console, ...errors.map(({ stack }) => stack)].join('\n'));
  }
  const log = stage.site.breakable?.backendLog();
  if (log !== undefined) writeFileSync(join(FOLDER, `${name}-backend.txt`), log);
}
