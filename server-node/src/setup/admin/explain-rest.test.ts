import { expect, it } from '@jest/globals';
import { RestError } from '../../mattermost/rest/rest-error.ts';
import { openAdminSession } from './admin-session.ts';
import { explainRest } from './explain-rest.ts';

const URL = 'https://chat.example.com';
const away = (why: string) => new RestError(`GET /x: ${why}`, { status: 0, id: 'no_answer' });

it.each([
  ['nothing listens', away('connect ECONNREFUSED 127.0.0.1:1'), /at https:\/\/chat\S*: nothing listens/],
  [
    'the name is unknown',
    away('getaddrinfo ENOTFOUND chat.example.com'),
    /no host of that name.*name service/,
  ],
  ['its certificate is its own', away('self-signed certificate'), /self-signed.*NODE_EXTRA_CA_CERTS/],
  ['it speaks no TLS', away('write EPROTO …wrong version number'), /http:\/\/ in place of https/],
  ['it is silent', away('no answer in time'), /firewall/],
  ['it ends the connection', away('socket hang up'), /socket hang up/],
  [
    'something else is there',
    new RestError('GET /x: 200, but…', { status: 200, id: 'not_mattermost' }),
    /not Mattermost/,
  ],
  ['it refuses', new RestError('GET /x: 403 no', { status: 403, id: 'perm' }), /refused: GET \/x: 403 no/],
])('says what was tried and what to do when %s', (_what, error, expected) => {
  expect(explainRest(error, URL).message).toMatch(expected);
});

it('knows what a closed port says', async () => {
  const tried = openAdminSession('http://127.0.0.1:1', { user: 'a', password: 'b' }, Date.now);
  const error = await tried.then(
    () => undefined,
    (thrown: unknown) => explainRest(thrown, 'http://127.0.0.1:1'),
  );
  expect(error?.message).toBe(
    'Mattermost cannot be reached at http://127.0.0.1:1: nothing listens there. To do: start Mattermost, or give the address at which this machine reaches it.',
  );
});

it('leaves other errors as they are', () => {
  const error = new TypeError('x');
  expect(explainRest(error, URL)).toBe(error);
});
