import type { Recipients } from '../reminders/ports.ts';
import type { UserId } from '../shared/ids.ts';
import { MINUTE_MS, type EpochMs } from '../shared/time.ts';
import type { Settings } from './person-settings.ts';
import { quietUntil } from './quiet-hours.ts';

/** People turn "do not disturb" off when they like, and nobody is told: it is looked at again so often. */
const LOOK_AGAIN_MS = 5 * MINUTE_MS;

/**
 * Those to whom nothing should be said now, and until when. Quiet hours may end within "do not disturb", which is seen
 * then.
 *
 * @throws {AppError} mattermost_unavailable
 */
export async function undisturbedUntil(
  recipients: Pick<Recipients, 'doNotDisturb'>,
  settingsOf: ReadonlyMap<UserId, Pick<Settings, 'quiet'>>,
  zoneOf: (person: UserId) => string,
  now: EpochMs,
): Promise<Map<UserId, EpochMs>> {
  const undisturbed = await recipients.doNotDisturb([...settingsOf.keys()]);
  const until = new Map<UserId, EpochMs>();
  for (const [id, { quiet }] of settingsOf) {
    const hours = quiet === 'off' ? undefined : quietUntil(now, zoneOf(id), quiet);
    const end = undisturbed.get(id);
    if (hours !== undefined) until.set(id, hours);
    else if (end !== undefined && (end === null || end > now))
      until.set(id, Math.min(end ?? Infinity, now + LOOK_AGAIN_MS));
  }
  return until;
}
