import { z } from 'zod';
import { READY_EVENT } from '../../contract/api.ts';
import { API_PATH, PLUGIN_PATH } from '../../contract/paths.ts';
import { asJson } from './as-json.ts';
import type { Check, DoctorContext } from './doctor-context.ts';
import { fault, NEEDS_ADMIN, notChecked, ok, type Finding } from './finding.ts';
import { listeningAt } from './listening-at.ts';
import { passesStreams } from './passes-streams.ts';
import { isSameOrigin } from './same-origin.ts';

const NO_SITE_URL = 'Mattermost has no SiteURL';
const ELSEWHERE =
  "the administrator's token goes to MATTERMOST_URL only, and SiteURL is another origin; run doctor once with SiteURL as MATTERMOST_URL in its environment";
const PATIENCE_MS = 10_000;
/** A stream that is not held back shows its first event at once. */
const FIRST_EVENT_MS = 5_000;

/** What a browser reaches at the site's address, below the plugin. */
export const checkProxy: Check = async (context) => {
  if (context.siteUrl === undefined) {
    return [fault('proxy', `${NO_SITE_URL}.`, 'set it in System Console > Environment > Web Server.')];
  }
  const url = `${context.siteUrl}${PLUGIN_PATH}/healthz`;
  const { status, body } = await answerAt(context, url);
  const finding = routeFinding(url, status, body);
  if (finding.outcome !== 'ok') return [finding];
  const other = await anotherBackend(context, url, body);
  return other === undefined ? [finding, await eventsFinding(context)] : [other];
};

/** Without a status where there is no answer, or not all of it in time. */
async function answerAt(
  { fetch }: Pick<DoctorContext, 'fetch'>,
  url: string,
): Promise<{ status?: number; body: string }> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: response.status, body: await response.text() };
  } catch {
    return { body: '' };
  }
}

const health = z.object({ store: z.string() });
const storeIn = (body: string): string | undefined => health.safeParse(asJson(body)).data?.store;

/** One that is up to 0.4.1, or has just begun, does not say which store it has, and is taken for the right one. */
async function anotherBackend(
  context: DoctorContext,
  url: string,
  body: string,
): Promise<Finding | undefined> {
  const { config } = context;
  if (config.http.port === 0) return undefined;
  const origin = listeningAt(config.http);
  const [here, there] = [storeIn((await answerAt(context, `${origin}/healthz`)).body), storeIn(body)];
  if (here === undefined || there === undefined || here === there) return undefined;
  return fault(
    'proxy',
    `${url} is answered by another backend than the one at ${origin}: its to-dos are in another database.`,
    `let the proxy lead to ${origin}, or run doctor where the other one runs.`,
  );
}

/** Tells by the answer who gave it. */
export function routeFinding(url: string, status: number | undefined, body: string): Finding {
  if (status === undefined) {
    return fault(
      'proxy',
      `Nothing answers at ${url}, as seen from here.`,
      'start the proxy, or correct SiteURL.',
    );
  }
  if (status === 200 && body.startsWith('{"status":"ok"'))
    return ok('proxy', `${url} is answered by the backend.`);
  if (status === 404 && body.startsWith('404 page not found')) {
    return fault(
      'proxy',
      `${url} is answered by Mattermost, not by the backend.`,
      "put the snippet of server-node/deploy/proxy into the proxy, under SiteURL's path, and reload it.",
    );
  }
  if (status >= 502 && status <= 504) {
    return fault(
      'proxy',
      `${url}: the proxy cannot reach the backend (${status}).`,
      'start the backend, or correct its address in the proxy.',
    );
  }
  if (status >= 300 && status < 400) {
    return fault('proxy', `${url} is redirected.`, 'set SiteURL to the address that people end up at.');
  }
  return fault(
    'proxy',
    `${url} is answered by something else (${status}).`,
    'see which rule of the proxy takes this path, and put the snippet before it.',
  );
}

const HELD_BACK = fault(
  'events',
  'The proxy holds the stream of changes back.',
  'switch buffering and compression off for this path, as the snippet does.',
);

async function eventsFinding(context: DoctorContext): Promise<Finding> {
  const { siteUrl = '', url, admin, fetch } = context;
  const passes = await passesStreams(context);
  if (passes === false) return HELD_BACK;
  const why = admin === undefined ? NEEDS_ADMIN : isSameOrigin(siteUrl, url) ? undefined : ELSEWHERE;
  if (passes === true && why !== undefined)
    return ok('events', 'The proxy lets streams through piece by piece.');
  if (admin === undefined || why !== undefined) return notChecked('events', why ?? NEEDS_ADMIN);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), FIRST_EVENT_MS);
  try {
    const headers = { Authorization: `Bearer ${admin.token}`, Accept: 'text/event-stream' };
    const response = await fetch(`${siteUrl}${API_PATH}/events`, {
      headers,
      redirect: 'manual',
      signal: stop.signal,
    });
    if (!response.ok)
      return fault(
        'events',
        `The stream of changes is refused (${response.status}).`,
        'look into the log of the backend.',
      );
    const first = await response.body?.getReader().read();
    if (new TextDecoder().decode(first?.value).includes(`event: ${READY_EVENT}`)) {
      return ok('events', 'Changes reach the browser at once.');
    }
    return fault(
      'events',
      'The stream of changes ends before it begins.',
      'look into the log of the backend.',
    );
  } catch {
    return HELD_BACK;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
