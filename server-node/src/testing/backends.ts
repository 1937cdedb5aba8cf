import { openManagedBackend } from '../managed/testing/open-managed-backend.ts';
import { openBackend, type Backend } from './open-backend.ts';

/** What a contract of the HTTP API may use of a backend, whichever host it has. */
export type AnyBackend = Pick<Backend, 'url' | 'people' | 'store' | 'close'>;

export const BACKENDS: readonly [host: string, open: () => Promise<AnyBackend>][] = [
  ['a sidecar', () => openBackend()],
  ['a plugin of Mattermost', () => openManagedBackend()],
];
