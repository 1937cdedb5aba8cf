import { z } from 'zod';

/** The part of Mattermost's plugin manifest that code needs to know. */
const Manifest = z.object({
  id: z.string().regex(/^[a-z0-9-_.]{3,29}$/, 'at most 29 characters, so that user settings fit'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  min_server_version: z.string().regex(/^\d+\.\d+\.\d+$/),
});

/** @returns the text of src/contract/manifest.ts */
export function manifestSource(manifest: unknown): string {
  const { id, version, min_server_version: minimum } = Manifest.parse(manifest);
  return `// Made from plugin.json by \`npm run manifest\`; do not edit.
export const PLUGIN_ID = '${id}';
export const PLUGIN_VERSION = '${version}';
export const MIN_SERVER_VERSION = '${minimum}';
`;
}
