import { isPassing, RestError } from '../../mattermost/rest/rest-error.ts';
import type { CheckOf } from './doctor-context.ts';
import { fault, hangsOn, LINKS, notChecked, type Finding, type Link } from './finding.ts';

/** A check with the links it speaks of, and the links without which it can say nothing. */
export interface LinkedCheck<Context> {
  check: CheckOf<Context>;
  links: readonly Link[];
  needs: readonly Link[];
}

/**
 * Checks link after link; at least one line for each, in the order of the chain. What hangs on a broken link is not
 * checked, so that one fault shows as one.
 */
export async function examine<Context>(
  checks: readonly LinkedCheck<Context>[],
  context: Context,
  onFinding: (finding: Finding) => void,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { check, links, needs } of checks) {
    const why = missing(needs, findings);
    const found =
      why === undefined
        ? await check(context, findings).catch((error: unknown) => [unexpected(links, error)])
        : [];
    const silent = links.filter((link) => !found.some((finding) => finding.link === link));
    const rest = silent.map((link) => notChecked(link, why ?? hangsOn(found[0]?.link)));
    for (const finding of [...found, ...rest]) {
      findings.push(finding);
      onFinding(finding);
    }
  }
  return findings;
}

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
  if (isPassing(error)) {
    const saw = `Mattermost does not answer as it did a moment ago (${error.message}).`;
    return fault(link, saw, 'see whether it is up, and run doctor again.');
  }
  return fault(
    link,
    `Mattermost answers otherwise than expected (${error.message}).`,
    "look into Mattermost's log.",
  );
}
