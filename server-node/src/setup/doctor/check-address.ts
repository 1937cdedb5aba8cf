import { z } from 'zod';
import { parseJson } from '../../mattermost/rest/refusal.ts';
import { RestError } from '../../mattermost/rest/rest-error.ts';
import { MIN_SERVER_VERSION } from '../../contract/manifest.ts';
import { SECOND_MS } from '../../shared/time.ts';
import { reachTrouble } from '../admin/explain-rest.ts';
import type { SiteCheck } from './doctor-context.ts';
import { fault, ok, type Finding } from './finding.ts';

/** Sessions, time stamps and reminders survive this much; beyond it something is wrong with a clock. */
const MAX_SKEW_MS = 30 * SECOND_MS;

/** Whether Mattermost is at that address, and what its clock says. */
export const checkAddress: SiteCheck = async ({ anyone, url, now }) => {
  try {
    const { headers, body } = await anyone({ method: 'GET', path: '/api/v4/system/ping' });
    if (!pong.safeParse(parseJson(body)).success) return [wrongPath(url)];
    return [versionFinding(url, headers['x-version-id']?.[0]), clockFinding(headers['date']?.[0], now())];
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const { saw, fix } = reachTrouble(error, url);
    return [fault('address', saw, fix)];
  }
};

const pong = z.object({ status: z.string() });

/** Mattermost answers any path that it does not know with its page, and so at every address below its own. */
const wrongPath = (url: string): Finding =>
  fault(
    'address',
    `Something answers at ${url}, but not as Mattermost's API does.`,
    'give the address of the site, with its path if it has one and without any other.',
  );

function versionFinding(url: string, versionId: string | undefined): Finding {
  const version = /^\d+\.\d+\.\d+/.exec(versionId ?? '')?.[0];
  if (version === undefined) return ok('address', `${url} answers; it does not tell its version.`);
  if (Number.parseInt(version) >= Number.parseInt(MIN_SERVER_VERSION))
    return ok('address', `${url} is Mattermost ${version}.`);
  return fault(
    'address',
    `${url} is Mattermost ${version}.`,
    `update Mattermost to ${MIN_SERVER_VERSION} or newer.`,
  );
}

/** @param date of an HTTP answer, whole seconds */
export function clockFinding(date: string | undefined, now: number): Finding {
  const skewMs = now - Date.parse(date ?? '');
  if (Number.isNaN(skewMs))
    return fault(
      'clock',
      'Mattermost does not tell its time.',
      'look for a proxy that takes the Date header away.',
    );
  const seconds = Math.round(Math.abs(skewMs) / SECOND_MS);
  if (Math.abs(skewMs) <= MAX_SKEW_MS) return ok('clock', 'This machine and Mattermost agree on the time.');
  const direction = skewMs > 0 ? 'ahead of' : 'behind';
  return fault('clock', `This machine is ${seconds} s ${direction} Mattermost.`, 'set both clocks by NTP.');
}
