import { printable } from '../printable.ts';

/** What doctor saw of one link of the chain. */
export type Finding = { link: Link } & (
  | { outcome: 'ok'; saw: string }
  | { outcome: 'fault'; saw: string; fix: string }
  /** No fault: it was not asked for, or needs an administrator's token. */
  | { outcome: 'not_checked'; why: string }
);

/** In the order of the chain, and of the lines. */
export const LINKS = [
  'settings',
  'address',
  'clock',
  'token',
  'bot',
  'teams',
  'messages',
  'plugin',
  'version',
  'database',
  'backend',
  'proxy',
  'events',
  'cookie',
  'integrations',
  'tokens',
  'commands',
  'webhooks',
  'buttons',
  'program',
  'rate limits',
  'counts',
] as const;

/** The same where Mattermost runs the backend. */
export const MANAGED_LINKS = [
  'settings',
  'address',
  'clock',
  'plugin',
  'version',
  'webapp',
  'route',
  'commands',
  'webhooks',
  'counts',
] as const;
export type Link = (typeof LINKS)[number] | (typeof MANAGED_LINKS)[number];

export const ok = (link: Link, saw: string): Finding => ({ link, outcome: 'ok', saw });
export const fault = (link: Link, saw: string, fix: string): Finding => ({
  link,
  outcome: 'fault',
  saw,
  fix,
});
/** Why it is not checked while another link is broken. */
export const hangsOn = (link: Link | undefined): string => `it hangs on the link "${link}"`;
export const notChecked = (link: Link, why: string): Finding => ({ link, outcome: 'not_checked', why });

/** Several faults with one cause, which the same thing mends, in one line. */
export function oneForEachCause(findings: readonly Finding[]): Finding[] {
  const byFix = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.outcome !== 'fault') continue;
    const { link, saw, fix } = finding;
    const before = byFix.get(fix);
    byFix.set(fix, before?.outcome === 'fault' ? fault(link, `${before.saw} ${saw}`, fix) : finding);
  }
  return [...byFix.values()];
}

export const NEEDS_ADMIN = "needs an administrator's token: MM_ADMIN_TOKEN";

const WIDTH = Math.max(...[...LINKS, ...MANAGED_LINKS].map((link) => link.length));

/** One line; a fault names the one thing to do. */
export const findingLine = (finding: Finding): string => printable(lineOf(finding));

function lineOf(finding: Finding): string {
  const name = finding.link.padEnd(WIDTH);
  if (finding.outcome === 'ok') return `ok     ${name}  ${finding.saw}`;
  if (finding.outcome === 'not_checked') return `-      ${name}  not checked: ${finding.why}`;
  return `FAULT  ${name}  ${finding.saw} To do: ${finding.fix}`;
}

/** Nothing is wrong among what could be checked. */
export const isHealthy = (findings: readonly Finding[]): boolean =>
  findings.every(({ outcome }) => outcome !== 'fault');
