/**
 * Loaded by Node before the backend: whatever is to happen half a minute from now or later happens thirty times
 * sooner, so that a test need not wait for limits that nobody but a fault ever meets.
 */
const LONG_MS = 30_000;
const TIMES = 30;

const plainSetTimeout = globalThis.setTimeout;
globalThis.setTimeout = Object.assign(
  (...[act, delayMs = 0, ...args]: Parameters<typeof plainSetTimeout>) =>
    plainSetTimeout(act, delayMs >= LONG_MS ? delayMs / TIMES : delayMs, ...args),
  plainSetTimeout,
);
