import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `--no-sandbox`: the suite may run as root, and visits only its own pages on loopback. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium that is installed (or named by `CHROMIUM`), else the one that npm brought.
 * The latter has no fonts for Chinese and Japanese.
 */
export async function launchChromium(): Promise<Browser> {
  const installed = [process.env['CHROMIUM'] ?? '', ...INSTALLED].find(
    (path) => path !== '' && existsSync(path),
  );
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: QUIET });
  return launchPackaged();
}

async function launchPackaged(): Promise<Browser> {
  // Makes the package unpack its own NSS libraries, which bare machines lack; it looks at this on import.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  const libraries = join(tmpdir(), 'al2023', 'lib');
  // Its own arguments are for one page in one process without web security; a test needs the opposite.
  return chromium.launch({
    executablePath,
    args: QUIET,
    env: { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>,
  });
}
