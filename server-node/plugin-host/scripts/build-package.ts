import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const HERE = new URL('../', import.meta.url);
const LICENCE = new URL('../../LICENSE', HERE);
const COMPILER = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/**
 * Makes the package as it is published: JavaScript and its types, since Node takes no types away in node_modules.
 * In this repository the same names lead to the sources.
 */
export function buildPackage(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const project = fileURLToPath(new URL('tsconfig.build.json', HERE));
  run(process.execPath, [COMPILER, '-p', project, '--outDir', folder]);
  writeFileSync(`${folder}/package.json`, `${JSON.stringify(publishedManifest(), null, 2)}\n`);
  for (const name of ['README.md', 'SPEC.md']) copyFileSync(new URL(name, HERE), `${folder}/${name}`);
  copyFileSync(LICENCE, `${folder}/LICENSE`);
}

function publishedManifest(): object {
  const { name, version, description, license, type, engines, exports } = JSON.parse(
    readFileSync(new URL('package.json', HERE), 'utf8'),
  ) as Record<string, unknown>;
  const entries = Object.entries(exports as Record<string, string>).map(([entry, source]) => [
    entry,
    { types: source.replace(/\.ts$/, '.d.ts'), default: source.replace(/\.ts$/, '.js') },
  ]);
  return {
    ...{ name, version, description, license, type, engines, exports: Object.fromEntries(entries) },
    keywords: ['mattermost', 'plugin', 'go-plugin', 'yamux', 'gob', 'net-rpc'],
    peerDependencies: { '@types/node': '>=24' },
    peerDependenciesMeta: { '@types/node': { optional: true } },
  };
}

/** @throws with what the program printed when it failed */
export function run(program: string, args: readonly string[], cwd?: string): string {
  const options = { encoding: 'utf8' as const, ...(cwd === undefined ? {} : { cwd }) };
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
