import { credentialsOf, notSignedIn } from '../../callers/credentials.ts';
import { checkCsrf, csrfFailed, isWrite } from '../../callers/csrf.ts';
import type { Caller, ChannelAccess, Identify, RequestIdentity } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import type { ChannelAccessOf } from './channel-access.ts';
import { RestError, mattermostUnavailable } from './rest-error.ts';
import type { SessionCheck, SessionState } from './session-check.ts';

export interface IdentifyDeps {
  sessions: SessionCheck;
  accessOf: ChannelAccessOf;
  /** Hosts under which Mattermost is known, with their ports. */
  siteHosts: () => Promise<readonly string[]>;
}

type Person = Extract<SessionState, { kind: 'person' }>;

/**
 * Who calls, by the session that the request carries; Mattermost says whose it is. Nothing else in a request is
 * believed: a `Mattermost-User-Id` here comes from outside. A write asks each time, since a person who has logged out
 * must not write any more; reads may use an answer that is up to 30 s old.
 */
export function makeIdentify({ sessions, accessOf, siteHosts }: IdentifyDeps): Identify {
  return (request) =>
    orUnavailable(async (): Promise<Caller> => {
      const { token, by } = credentialsOf(request);
      const writes = isWrite(request.method);
      const csrf =
        by === 'cookie' && writes ? checkCsrf(request, await hostsIfNeeded(request, siteHosts)) : undefined;
      const person = personOf(await sessions.stateOf(token, writes ? 'now' : 'recent'));
      if (csrf !== undefined && !(await sessions.ownsCsrf(token, person.userId, csrf))) {
        throw csrfFailed();
      }
      const { userId, username, isGuest, locale } = person;
      return { userId, username, isGuest, locale, access: accessWithAppErrors(accessOf(token, userId)) };
    });
}

async function hostsIfNeeded({ headers }: RequestIdentity, siteHosts: IdentifyDeps['siteHosts']) {
  return headers['sec-fetch-site'] === undefined && headers['origin'] !== undefined ? siteHosts() : [];
}

function personOf(state: SessionState): Person {
  switch (state.kind) {
    case 'person':
      return state;
    case 'bot':
      throw new AppError('forbidden', 'Bots have no to-dos: use the session or access token of a person.');
    case 'unfinished':
      throw new AppError(
        'not_signed_in',
        'Your sign-in is not complete: this Mattermost asks for a second factor. Set it up there and try again.',
      );
    case 'ended':
      throw notSignedIn();
  }
}

function accessWithAppErrors(access: ChannelAccess): ChannelAccess {
  return {
    stateOfChannel: (id, freshness) => orUnavailable(() => access.stateOfChannel(id, freshness)),
    channelOfPost: (id) => orUnavailable(() => access.channelOfPost(id)),
  };
}

async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RestError)) {
      throw error;
    }
    throw error.status === 401 ? notSignedIn() : mattermostUnavailable(error);
  }
}
