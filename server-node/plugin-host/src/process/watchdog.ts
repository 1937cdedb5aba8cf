/**
 * One reply that Mattermost cannot read ends all hooks for good: it still pings us, the plugin counts as running, and
 * every request gets a 500. Nothing tells us. So, when no hook has come for a while, we send ourselves a request by way
 * of Mattermost; if it does not arrive, this process ends and Mattermost starts it anew.
 */
export interface WatchdogDeps {
  readonly now: () => number;
  /** Sends a request to ourselves and resolves when it has come back; rejects when it was refused or took too long. */
  readonly probe: () => Promise<void>;
  readonly onDead: () => void;
  readonly onDoubt?: (error: unknown) => void;
}

/** Quiet for longer than this, the hooks are tried. */
export const QUIET_MS = 15_000;
/** So many tries in a row must fail. */
export const TRIES = 2;

export class Watchdog {
  readonly #deps: WatchdogDeps;
  #heardAt: number;
  #failures = 0;
  #probing = false;

  constructor(deps: WatchdogDeps) {
    this.#deps = deps;
    this.#heardAt = deps.now();
  }

  /** A hook arrived. */
  heard(): void {
    this.#heardAt = this.#deps.now();
    this.#failures = 0;
  }

  /** To be called regularly. */
  async check(): Promise<void> {
    if (this.#probing || this.#deps.now() - this.#heardAt < QUIET_MS) return;
    this.#probing = true;
    try {
      await this.#deps.probe();
      this.heard();
    } catch (error) {
      this.#failed(error);
    }
    this.#probing = false;
  }

  #failed(error: unknown): void {
    this.#failures++;
    this.#deps.onDoubt?.(error);
    if (this.#failures >= TRIES) this.#deps.onDead();
  }
}
