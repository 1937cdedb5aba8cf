import { RestError } from '../../mattermost/rest/rest-error.ts';
import { checkAddress } from './check-address.ts';
import { checkBackend } from './check-backend.ts';
import { checkBot } from './check-bot.ts';
import { checkCommands } from './check-commands.ts';
import { checkCookie } from './check-cookie.ts';
import { checkCounts } from './check-counts.ts';
import { checkDatabase } from './check-database.ts';
import { checkProgram } from './check-program.ts';
import { checkProxy } from './check-proxy.ts';
import { checkRateLimits } from './check-rate-limits.ts';
import { checkWebhooks } from './check-webhooks.ts';
import type { Check, DoctorContext } from './doctor-context.ts';
import { fault, LINKS, notChecked, type Finding, type Link } from './finding.ts';

/** Each check with the links it speaks of, and the links without which it can say nothing. */
const CHECKS: readonly { check: Check; links: readonly Link[]; needs: readonly Link[] }[] = [
  { check: checkAddress, links: ['address', 'clock'], needs: [] },
  { check: checkBot, links: ['token', 'bot', 'teams'], needs: ['address'] },
  { check: checkBackend, links: ['backend'], needs: [] },
  { check: checkProxy, links: ['proxy', 'events'], needs: ['address', 'backend'] },
  { check: checkCookie, links: ['cookie'], needs: ['address'] },
  { check: checkCommands, links: ['commands'], needs: ['token', 'backend', 'proxy'] },
  { check: checkWebhooks, links: ['webhooks'], needs: ['token', 'backend', 'proxy'] },
  { check: checkDatabase, links: ['database'], needs: [] },
  { check: checkProgram, links: ['program'], needs: [] },
  { check: checkRateLimits, links: ['rate limits'], needs: ['address'] },
  { check: checkCounts, links: ['counts'], needs: ['address'] },
];

/**
 * Checks link after link; at least one line for each, in the order of the chain. What hangs on a broken link is not
 * checked, so that one fault shows as one.
 */
export async function examine(
  context: DoctorContext,
  onFinding: (finding: Finding) => void,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { check, links, needs } of CHECKS) {
    const why = missing(needs, findings);
    const found =
      why === undefined ? await check(context).catch((error: unknown) => [unexpected(links, error)]) : [];
    const silent = links.filter((link) => !found.some((finding) => finding.link === link));
    const rest = silent.map((link) => notChecked(link, why ?? hangsOn(found[0]?.link)));
    for (const finding of [...found, ...rest]) {
      findings.push(finding);
      onFinding(finding);
    }
  }
  return findings;
}

const hangsOn = (link: Link | undefined): string => `it hangs on the link "${link}"`;

/** The first broken link among those needed, or why it was not checked itself. */
function missing(needs: readonly Link[], findings: readonly Finding[]): string | undefined {
  for (const finding of findings.filter(({ link }) => needs.includes(link))) {
    if (finding.outcome === 'fault') return hangsOn(finding.link);
    if (finding.outcome === 'not_checked' && findings.some(({ outcome }) => outcome === 'fault'))
      return finding.why;
  }
  return undefined;
}

/** @throws what is no answer of Mattermost: a fault of our own */
function unexpected([link = LINKS[0]]: readonly Link[], error: unknown): Finding {
  if (!(error instanceof RestError)) throw error;
  return fault(
    link,
    `Mattermost answers otherwise than expected (${error.message}).`,
    "look into Mattermost's log.",
  );
}
