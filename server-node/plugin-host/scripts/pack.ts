import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildPackage, run } from './build-package.ts';

/** Writes `mattermost-plugin-host-<version>.tgz` into the folder and gives its path. */
export function pack(destination: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-host-package-'));
  try {
    buildPackage(folder);
    const name = run(
      'npm',
      ['pack', '--ignore-scripts', '--silent', '--pack-destination', destination],
      folder,
    );
    return join(destination, name.trim());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
