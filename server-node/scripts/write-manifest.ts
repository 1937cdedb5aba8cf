/** Makes src/contract/manifest.ts from plugin.json, so that code and manifest cannot disagree. */
import { readFileSync, writeFileSync } from 'node:fs';
import { manifestSource } from './manifest-source.ts';

const root = new URL('../../', import.meta.url);
const manifest: unknown = JSON.parse(readFileSync(new URL('plugin.json', root), 'utf8'));
writeFileSync(new URL('server-node/src/contract/manifest.ts', root), manifestSource(manifest));
