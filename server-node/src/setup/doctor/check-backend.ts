import { z } from 'zod';
import type { Check } from './doctor-context.ts';
import { fault, hangsOn, notChecked, ok, type Finding, type Link } from './finding.ts';
import { listeningAt } from './listening-at.ts';

const readiness = z.object({
  database: z.string(),
  reason: z.string().optional(),
  mattermost: z.string(),
  outbox: z.object({ waiting: z.number(), oldestMs: z.number() }),
});

/** Asks the running backend itself, at HOST and PORT. */
export const checkBackend: Check = async ({ config, fetch }, before) => {
  if (config.http.port === 0) return [notChecked('backend', 'PORT is 0, any free one')];
  const origin = listeningAt(config.http);
  const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(10_000) }).catch(
    () => undefined,
  );
  const state = readiness.safeParse(await response?.json().catch(() => undefined));
  if (!state.success) {
    return [
      fault(
        'backend',
        `The backend does not answer at ${origin}.`,
        'start it; its log says why it stopped. If it runs elsewhere, run doctor there.',
      ),
    ];
  }
  const { database, reason, mattermost, outbox } = state.data;
  const saw = `database ${database}, Mattermost ${mattermost}, ${outbox.waiting} replies waiting.`;
  if (response?.ok) return [ok('backend', `Ready at ${origin}: ${saw}`)];
  const cause = causeAmong(before, database, mattermost);
  if (cause !== undefined) return [notChecked('backend', hangsOn(cause))];
  return [
    fault(
      'backend',
      `The backend at ${origin} is not ready: ${saw}${reason === undefined ? '' : ` ${reason}`}`,
      'see to the link named here; if it is well in its own line, restart the backend.',
    ),
  ];
};

/** A broken link that says the same, and more closely; undefined when something else is wrong too. */
function causeAmong(before: readonly Finding[], database: string, mattermost: string): Link | undefined {
  const broken = (links: readonly Link[]) =>
    before.find(({ link, outcome }) => outcome === 'fault' && links.includes(link))?.link;
  const causes = [
    ...(database === 'ok' ? [] : [broken(['database'])]),
    ...(mattermost === 'ok' ? [] : [broken(['address', 'token'])]),
  ];
  return causes.includes(undefined) ? undefined : causes[0];
}
