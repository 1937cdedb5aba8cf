import type { Request, Response } from 'express';
import { Answer, OK } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { objectBody, text } from '../http/call.ts';
import { passesCsrf } from '../http/check-csrf.ts';
import { findToken, sessionOf } from '../http/find-session.ts';
import { MattermostError, sessionExpired } from '../http/mattermost-error.ts';
import { clearedCookie } from '../http/send-error.ts';
import type { Session, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { openSession, sessionLengthMs } from './sessions.ts';
import { userView } from './user-views.ts';

export function loginRoutes(site: Site, api: ApiRouter): void {
  api.open('post', '/users/login', (req, res) => login(site, req, res));
  api.open('post', '/users/logout', (req, res) => logout(site, req, res));
}

function login(site: Site, req: Request, res: Response): Answer {
  const body = objectBody(req, 'login_id');
  const user = checkPassword(site, text(body['login_id']), text(body['password']));
  const session = openSession(site, user);
  // Only a web client asks for cookies; scripts and the mobile apps take the token from the header.
  if (req.headers['x-requested-with'] === 'XMLHttpRequest') setCookies(site, req, res, session);
  return new Answer(200, userView(user, user), { Token: session.token });
}

function checkPassword(site: Site, loginId: string, password: string): User {
  if (password === '') {
    throw new MattermostError(400, 'api.user.login.blank_pwd.app_error', 'Password field must not be blank');
  }
  const wanted = loginId.toLowerCase();
  const user = [...site.world.users.values()].find((one) => one.username === wanted || one.email === wanted);
  if (user?.bot !== undefined) {
    throw new MattermostError(401, 'api.user.login.bot_login_forbidden.app_error', 'Bot login is forbidden.');
  }
  if (user !== undefined && user.delete_at !== 0) throw deactivated();
  if (user?.password !== password) throw wrongPassword();
  return user;
}

const wrongPassword = () =>
  new MattermostError(
    401,
    'api.user.login.invalid_credentials_email_username',
    'Enter a valid email or username and/or password.',
  );

const deactivated = () =>
  new MattermostError(
    401,
    'api.user.login.inactive.app_error',
    'Login failed because your account has been deactivated.  Please contact an administrator.',
  );

function setCookies(site: Site, req: Request, res: Response, session: Session): void {
  const secure = req.headers['x-forwarded-proto'] === 'https' ? '; Secure' : '';
  const lifeS = Math.floor(sessionLengthMs(site) / 1000);
  const expires = new Date(session.expires_at).toUTCString();
  const rest = `Path=${site.basePath === '' ? '/' : site.basePath}; Expires=${expires}; Max-Age=${lifeS}`;
  res.append('Set-Cookie', `MMAUTHTOKEN=${session.token}; ${rest}; HttpOnly${secure}`);
  res.append('Set-Cookie', `MMUSERID=${session.user_id}; ${rest}${secure}`);
  res.append('Set-Cookie', `MMCSRF=${session.csrf}; ${rest}${secure}`);
}

/** Takes only the session cookie away; MMUSERID and MMCSRF stay in the browser. */
function logout(site: Site, req: Request, res: Response): unknown {
  const found = findToken(req);
  const session = found && sessionOf(site, found.token);
  if (found !== undefined && session !== undefined) {
    if (!passesCsrf(site, req, found, session)) throw sessionExpired(true);
    site.world.sessions.delete(session.token);
  }
  res.append('Set-Cookie', clearedCookie(site));
  return OK;
}
