import { describe, expect, it } from '@jest/globals';

import { inProcess } from './in-process.ts';
import { listen, TEST_USER_HEADER } from './mattermost-http.ts';

/** What the plugin sees of a request, by way of a real HTTP server. */
async function seenOf(path: string, headers: Record<string, string>) {
  const { mattermost } = inProcess(() => ({
    ServeHTTP: (request, response) =>
      response.end(JSON.stringify({ url: request.url, headers: request.headers })),
  }));
  await mattermost.activate();
  const { url, close } = await listen(mattermost);
  const seen = (await (await fetch(url + path, { headers })).json()) as {
    url: string;
    headers: Record<string, string>;
  };
  await close();
  mattermost.close();
  return seen;
}

/** Each of these was tried on a real server. */
describe('the played Mattermost, as the real one', () => {
  it('takes away what a client claims to be', async () => {
    const claims = {
      'Mattermost-Plugin-Id': 'playbooks',
      'Mattermost-User-Id': 'alice',
      Referer: 'http://a/',
    };
    const { headers } = await seenOf('/x', { ...claims, 'X-Own': '1' });
    expect(Object.keys(headers)).toContain('x-own');
    for (const name of Object.keys(claims)) expect(Object.keys(headers)).not.toContain(name.toLowerCase());
  });

  it('takes away the session, from cookies and query, and sorts the query', async () => {
    const { url, headers } = await seenOf('/x?b=2&access_token=t&a=1', { Cookie: 'a=b; MMAUTHTOKEN=t; c=d' });
    expect([url, headers['cookie']]).toEqual(['/x?a=1&b=2', 'a=b; c=d']);
  });

  it('tells who is logged in, and keeps the token that proved it', async () => {
    const { headers } = await seenOf('/x', { [TEST_USER_HEADER]: 'alice', Authorization: 'Bearer t' });
    expect(headers['mattermost-user-id']).toBe('alice');
    expect(Object.keys(headers)).not.toContain('authorization');
    expect(Object.keys(headers)).not.toContain(TEST_USER_HEADER);
  });

  it('leaves a token alone that is not its own', async () => {
    const { headers } = await seenOf('/x', { Authorization: 'Bearer metrics' });
    expect(headers['authorization']).toBe('Bearer metrics');
  });
});
