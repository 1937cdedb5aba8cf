import { AppError } from '../shared/app-error.ts';
import { readCookies } from './cookies.ts';
import type { RequestIdentity } from './ports.ts';

/** A Mattermost session: the browser's own cookie, or a token sent on purpose by a program. */
export interface Credentials {
  token: string;
  by: 'cookie' | 'bearer';
}

/** Mattermost's are 26 lower-case letters and digits; anything far from that is refused without asking. */
const TOKEN = /^[A-Za-z0-9]{16,64}$/;

/**
 * The cookie counts before the header, as in Mattermost: what looks like a browser's request is checked like one.
 * @throws {AppError} not_signed_in
 */
export function credentialsOf({ headers }: RequestIdentity): Credentials {
  const cookie = readCookies(headers['cookie']).get('MMAUTHTOKEN');
  if (cookie !== undefined && cookie !== '') {
    return checked({ token: cookie, by: 'cookie' });
  }
  const [scheme, token = ''] = String(headers['authorization'] ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer') {
    return checked({ token, by: 'bearer' });
  }
  throw notSignedIn();
}

function checked(credentials: Credentials): Credentials {
  if (!TOKEN.test(credentials.token)) {
    throw notSignedIn();
  }
  return credentials;
}

export function notSignedIn(): AppError {
  return new AppError(
    'not_signed_in',
    'You are not signed in to Mattermost, or your session has ended. Sign in there and try again; programs send "Authorization: Bearer <access token>".',
  );
}
