import { z } from 'zod';
import type { IntegrationsAddress } from '../../config.ts';
import { COMMAND_PATH } from '../../contract/paths.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import { configRecord } from '../admin/site-records.ts';
import { internalAddressNotice } from '../notices.ts';
import type { Check, DoctorContext } from './doctor-context.ts';
import { fault, notChecked, ok, type Finding } from './finding.ts';
import { listeningAt } from './listening-at.ts';

const PATIENCE_MS = 10_000;
const refusal = z.object({ code: z.string() });

/**
 * The address at which slash commands and webhooks come: the backend listens there, the site's proxy does not lead
 * there, and Mattermost may post there.
 */
export const checkIntegrations: Check = async (context) => {
  const { integrations } = context.config.http;
  if (integrations === null) return [AT_SITE_ADDRESS];
  if (integrations.port === 0) return [notChecked('integrations', 'INTEGRATIONS_PORT is 0, any free one')];
  const origin = listeningAt(integrations);
  if (!(await isWell(context, origin))) return [notListening(origin)];
  if (await isTakenAtSite(context)) return [TAKEN_AT_SITE];
  return [await mayPostFinding(context, integrations, origin)];
};

const AT_SITE_ADDRESS = ok(
  'integrations',
  "Slash commands come by the site's address, so the bot brings private answers as direct messages; setup with --integrations-url gives them an address of their own.",
);

const TAKEN_AT_SITE = fault(
  'integrations',
  "At the site's address slash commands are taken, too, where outsiders can send them.",
  'let the proxy lead to PORT, not to INTEGRATIONS_PORT, and restart the backend.',
);

const notListening = (origin: string): Finding =>
  fault(
    'integrations',
    `The backend does not answer at ${origin}, where INTEGRATIONS_HOST and INTEGRATIONS_PORT say.`,
    'restart it: it knows only the settings it started with. If it runs elsewhere, run doctor there.',
  );

async function isWell({ fetch }: DoctorContext, origin: string): Promise<boolean> {
  const init = { signal: AbortSignal.timeout(PATIENCE_MS) };
  const response = await fetch(`${origin}/healthz`, init).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok === true;
}

/** A backend that takes commands looks at the token first, and this one is nobody's. */
async function isTakenAtSite({ siteUrl, fetch }: DoctorContext): Promise<boolean> {
  if (siteUrl === undefined) return false;
  const response = await fetch(siteUrl + COMMAND_PATH, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: 'doctor' }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  const body: unknown = await response?.json().catch(() => undefined);
  return refusal.safeParse(body).data?.code === 'wrong_token';
}

async function mayPostFinding(
  { admin, resolve }: DoctorContext,
  { url }: IntegrationsAddress,
  origin: string,
): Promise<Finding> {
  const saw = `The backend takes slash commands and webhooks at ${origin}, and not at the site's address.`;
  if (admin === undefined || url === undefined) return ok('integrations', saw);
  const request = { method: 'GET', path: '/api/v4/config' };
  const { ServiceSettings } = await callJson(admin.call, request, configRecord);
  const allowed = ServiceSettings.AllowedUntrustedInternalConnections;
  const notice = await internalAddressNotice(url, allowed, resolve);
  if (notice === undefined) return ok('integrations', `${saw} Mattermost may post to ${url}.`);
  return fault('integrations', `Mattermost does not post to ${url}.`, notice);
}
