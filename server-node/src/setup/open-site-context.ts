import { z } from 'zod';
import type { RestCall } from '../mattermost/rest/rest-call.ts';
import { RestError } from '../mattermost/rest/rest-error.ts';
import { callJson } from '../mattermost/rest/rest-json.ts';
import { AppError } from '../shared/app-error.ts';
import { openAdminSession, openCalls, type Credentials } from './admin/admin-session.ts';
import type { DoctorDeps } from './doctor/doctor-deps.ts';
import type { SiteContext } from './doctor/doctor-context.ts';
import { fault, type Finding } from './doctor/finding.ts';

export interface OpenContext {
  context: SiteContext;
  /** The administrator's token is refused. */
  fault: Finding | undefined;
  close(): Promise<void>;
}

/** What the checks of any host ask with. */
export async function openSiteContext(
  url: string,
  credentials: Credentials | undefined,
  { now, fetch }: DoctorDeps,
): Promise<OpenContext> {
  const { call, close } = openCalls(url, now);
  const admin = await signIn(url, credentials, now);
  return {
    context: { url, anyone: call, admin: admin.session, siteUrl: await siteUrlOf(call), fetch, now },
    fault: admin.fault,
    async close() {
      await admin.session?.close();
      close();
    },
  };
}

/** A wrong token of an administrator is a fault; a Mattermost that is away is found by the first check. */
async function signIn(url: string, credentials: Credentials | undefined, now: DoctorDeps['now']) {
  if (credentials === undefined) return { session: undefined, fault: undefined };
  try {
    const session = await openAdminSession(url, credentials, now);
    await session.call({ method: 'GET', path: '/api/v4/config' });
    return { session, fault: undefined };
  } catch (error) {
    if (error instanceof RestError && error.status !== 401 && error.status !== 403)
      return { session: undefined, fault: undefined };
    if (!(error instanceof AppError) && !(error instanceof RestError)) throw error;
    const saw = `The administrator's token is refused (${error.message}).`;
    const fix = 'give the token of a system administrator, or none.';
    return { session: undefined, fault: fault('settings', saw, fix) };
  }
}

const clientConfig = z.object({ SiteURL: z.string().default('') });

/** Anybody may ask for it; a wrong token of the bot is found by its own check. */
async function siteUrlOf(call: RestCall): Promise<string | undefined> {
  const request = { method: 'GET', path: '/api/v4/config/client?format=old' };
  const asked = callJson(call, request, clientConfig).catch(() => ({ SiteURL: '' }));
  return (await asked).SiteURL.replace(/\/+$/, '') || undefined;
}
