import type { Metrics } from './metrics/metrics.ts';
import type { Signer } from './presses/signer.ts';
import type { Logger } from './shared/logger.ts';
import type { releaseStack } from './shared/release-stack.ts';
import type { Clock } from './shared/time.ts';
import type { Store } from './store/store.ts';

export interface ServerDeps {
  logger: Logger;
  now: Clock;
  metrics: Metrics;
  /** An external program waits for it; left out where nothing else runs one. */
  programMayRun?: Promise<unknown>;
}

/** The store once it is there, and what signs with its secret. */
export type SignedStore = Store & { signer: Signer };

export type AddRelease = ReturnType<typeof releaseStack>['add'];
