import { describe, expect, it } from '@jest/globals';

import { QUIET_MS, Watchdog } from './watchdog.ts';

function watched(probe: () => Promise<void>) {
  const state = { now: 0, probes: 0, dead: 0 };
  const watchdog = new Watchdog({
    now: () => state.now,
    probe: () => (state.probes++, probe()),
    onDead: () => state.dead++,
  });
  return { state, watchdog };
}

const refused = () => Promise.reject(new Error('500'));

describe('the watchdog', () => {
  it('is quiet while hooks arrive', async () => {
    const { state, watchdog } = watched(refused);
    for (let index = 0; index < 10; index++) {
      state.now += QUIET_MS - 1;
      watchdog.heard();
      await watchdog.check();
    }
    expect(state).toMatchObject({ probes: 0, dead: 0 });
  });

  it('asks after a quiet time, and is content with an answer', async () => {
    const { state, watchdog } = watched(() => Promise.resolve());
    state.now = QUIET_MS;
    await watchdog.check();
    await watchdog.check();
    expect(state).toMatchObject({ probes: 1, dead: 0 });
  });

  it('gives up after two refusals in a row', async () => {
    const { state, watchdog } = watched(refused);
    state.now = QUIET_MS;
    await watchdog.check();
    expect(state.dead).toBe(0);
    await watchdog.check();
    expect(state).toMatchObject({ probes: 2, dead: 1 });
  });

  it('forgets a refusal when a hook comes after it', async () => {
    const { state, watchdog } = watched(refused);
    state.now = QUIET_MS;
    await watchdog.check();
    watchdog.heard();
    state.now = 2 * QUIET_MS;
    await watchdog.check();
    expect(state).toMatchObject({ probes: 2, dead: 0 });
  });
});
