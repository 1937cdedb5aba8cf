import { AppError } from '../../shared/app-error.ts';
import type { Clock } from '../../shared/time.ts';
import { directTransport } from '../../mattermost/rest/direct-transport.ts';
import { makeRestCall, type RestCall } from '../../mattermost/rest/rest-call.ts';
import { RestError } from '../../mattermost/rest/rest-error.ts';

/** How an administrator proves who they are. */
export type Credentials = { token: string } | { user: string; password: string };

export interface AdminSession {
  /** Every call carries the token. @throws {RestError} for every answer but 2xx */
  call: RestCall;
  token: string;
  /** Ends a session that was begun here, and the connections. */
  close(): Promise<void>;
}

/** Calls without a token of ours: for what anybody may ask. */
export function openCalls(siteUrl: string, now: Clock, timeoutMs = 15_000) {
  const transport = directTransport();
  const call = makeRestCall({
    siteUrl,
    transport,
    now,
    timeoutMs,
    patienceMs: 30_000,
    tries: 3,
    oneAccount: true,
  });
  return { call, close: () => transport.close() };
}

/** @throws {AppError} not_signed_in when the password is refused */
export async function openAdminSession(
  siteUrl: string,
  credentials: Credentials,
  now: Clock,
  timeoutMs?: number,
): Promise<AdminSession> {
  const { call, close } = openCalls(siteUrl, now, timeoutMs);
  const signedIn = 'token' in credentials ? credentials.token : await signIn(call, credentials);
  const withToken: RestCall = (request) => call({ token: signedIn, ...request });
  return {
    token: signedIn,
    call: withToken,
    async close() {
      if (!('token' in credentials)) await withToken({ method: 'POST', path: '/api/v4/users/logout' });
      close();
    },
  };
}

async function signIn(
  call: RestCall,
  { user, password }: { user: string; password: string },
): Promise<string> {
  const body = JSON.stringify({ login_id: user, password });
  try {
    const { headers } = await call({ method: 'POST', path: '/api/v4/users/login', body });
    const token = headers['token']?.[0];
    if (token !== undefined) return token;
  } catch (error) {
    if (!(error instanceof RestError) || error.status !== 401) throw error;
  }
  throw new AppError(
    'not_signed_in',
    'Mattermost refused MM_ADMIN_USER with MM_ADMIN_PASSWORD. With two-factor or single sign-on, give MM_ADMIN_TOKEN: a personal access token of a system administrator.',
  );
}
