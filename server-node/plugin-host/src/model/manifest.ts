import type { OutOf } from '../gob/gob-type.ts';
import { any, map, nullable, string, struct } from '../gob/gob-type.ts';

const manifestServer = struct('ManifestServer', { Executables: map(string), Executable: string });
const manifestWebapp = struct('ManifestWebapp', { BundlePath: string });

/** A plugin's `plugin.json` without its settings. */
export const manifest = struct('Manifest', {
  Id: string,
  Name: string,
  Description: string,
  HomepageURL: string,
  SupportURL: string,
  ReleaseNotesURL: string,
  IconPath: string,
  Version: string,
  MinServerVersion: string,
  Server: nullable(manifestServer),
  Webapp: nullable(manifestWebapp),
  Props: map(any),
});

export type Manifest = OutOf<typeof manifest>;
