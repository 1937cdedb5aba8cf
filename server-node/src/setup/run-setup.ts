import type { Clock } from '../shared/time.ts';
import { openAdminSession } from './admin/admin-session.ts';
import { explainRest } from './admin/explain-rest.ts';
import { internalAddressNotice } from './notices.ts';
import { carryOut } from './plan/carry-out.ts';
import { makePlan } from './plan/make-plan.ts';
import { observe } from './plan/observe.ts';
import { backendUrlOf } from './plan/ours.ts';
import { describeStep } from './plan/step.ts';
import { printable } from './printable.ts';
import { readSettingsFile } from './settings-file.ts';
import type { Resolve } from './resolve-host.ts';
import type { SetupOptions } from './setup-options.ts';

export interface SetupDeps {
  now: Clock;
  resolve: Resolve;
  say(line: string): void;
}

/**
 * @returns whether Mattermost and the settings file are now as asked, or would be after a run that is not dry
 * @throws {AppError} when Mattermost cannot be reached or refuses
 */
export async function runSetup(options: SetupOptions, deps: SetupDeps): Promise<boolean> {
  return setUp(options, deps).catch((error: unknown) => {
    throw explainRest(error, options.wanted.mattermostUrl);
  });
}

const RESTART =
  'Left to you: on the machine of the backend, start it, or start it anew: it knows only the settings it started with.';

async function setUp(options: SetupOptions, { now, resolve, say: print }: SetupDeps): Promise<boolean> {
  const say = (line: string) => print(printable(line));
  const { wanted, credentials, settingsPath, dryRun } = options;
  const session = await openAdminSession(wanted.mattermostUrl, credentials, now);
  try {
    const observed = await observe(session, wanted, await readSettingsFile(settingsPath), now());
    const { blockers, notes, steps } = makePlan(observed, wanted);
    notes.forEach((note) => say(`Note: ${note}`));
    if (blockers.length > 0) {
      blockers.forEach((blocker) => say(`Cannot go on: ${blocker}`));
      return false;
    }
    if (dryRun) steps.forEach((step) => say(`Would ${describeStep(step)}.`));
    else {
      const deps = { call: session.call, now, say: (line: string) => say(`Now: ${line}.`) };
      await carryOut(steps, observed, wanted, deps);
    }
    if (steps.length === 0) say('All is right already; nothing was changed.');
    if (!dryRun && steps.some(({ act }) => act === 'write_settings')) say(RESTART);
    const allowed = observed.config.ServiceSettings.AllowedUntrustedInternalConnections;
    const notice = await internalAddressNotice(backendUrlOf(observed, wanted), allowed, resolve);
    if (notice !== undefined) say(`Left to you: ${notice}`);
    return true;
  } finally {
    await session.close();
  }
}
