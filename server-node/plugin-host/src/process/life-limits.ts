export interface LifeLimits {
  /** Mattermost connects within milliseconds of the handshake; a process it has forgotten must not stay. */
  readonly connectMs: number;
  /** After a SIGTERM. Mattermost gives plugins ten seconds when it stops; ours must not cut that short. */
  readonly terminationMs: number;
}

export const DEFAULT_LIFE: LifeLimits = { connectMs: 10_000, terminationMs: 12_000 };
