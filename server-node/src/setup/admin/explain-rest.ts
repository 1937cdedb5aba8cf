import { isNotMattermost, RestError } from '../../mattermost/rest/rest-error.ts';
import { AppError } from '../../shared/app-error.ts';
import { printable } from '../printable.ts';

/** What a connection that fails says, and what to do; the first that fits. `$&` is what it says. */
const CAUSES: readonly { said: RegExp; saw: string; fix: string }[] = [
  {
    said: /ECONNREFUSED/,
    saw: 'nothing listens there',
    fix: 'start Mattermost, or give the address at which this machine reaches it.',
  },
  {
    said: /ENOTFOUND|EAI_AGAIN/,
    saw: 'no host of that name is known here',
    fix: 'correct the address, or the name service of this machine.',
  },
  {
    said: /certificate|CERT_|self.signed/i,
    saw: 'this machine does not trust its certificate ($&)',
    fix: 'name the file of its authority in NODE_EXTRA_CA_CERTS, or give an inner address with http://.',
  },
  {
    said: /wrong version number|EPROTO/,
    saw: 'it does not speak TLS',
    fix: 'give the address with http:// in place of https://.',
  },
  {
    said: /in time|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    saw: 'no answer came',
    fix: 'see whether a firewall is between here and there, or give an inner address.',
  },
];

/** Why Mattermost cannot be reached at an address, as a sentence and what to do. */
export function reachTrouble(error: RestError, url: string): { saw: string; fix: string } {
  if (isNotMattermost(error) && error.status >= 502 && error.status <= 504) {
    return {
      saw: `Mattermost is down: the proxy at ${url} answers ${error.status} in its place.`,
      fix: 'start Mattermost, or correct its address in the proxy.',
    };
  }
  if (isNotMattermost(error)) {
    return {
      saw: `What answers at ${url} is not Mattermost (${error.message}).`,
      fix: 'give the address that people use, with its path if it has one, such as https://example.com/chat.',
    };
  }
  const cause = CAUSES.find(({ said }) => said.test(error.message));
  const why = (cause?.saw ?? '$&').replace('$&', error.message);
  const fix = cause?.fix ?? 'start Mattermost, or give the address at which this machine reaches it.';
  return { saw: `Mattermost cannot be reached at ${url}: ${why}.`, fix };
}

/** Anything thrown, as what a person at a terminal can use. */
export function explainRest(error: unknown, url: string): Error {
  if (!(error instanceof RestError)) return error instanceof Error ? error : new Error(String(error));
  if (error.status !== 0 && !isNotMattermost(error)) {
    const refused = printable(`Mattermost refused: ${error.message}.`);
    return new AppError('mattermost_unavailable', refused, { cause: error });
  }
  const { saw, fix } = reachTrouble(error, url);
  return new AppError('mattermost_unavailable', printable(`${saw} To do: ${fix}`), { cause: error });
}
