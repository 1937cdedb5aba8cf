import { describe, expect, it } from '@jest/globals';

import { recordedAnswer, recordedTransport } from '../recordings/recorded.fixture.ts';
import type { DirectAnswer } from './direct-transport.ts';
import { createRestClient } from './rest-client.ts';

const TOKEN = 'secretsecretsecretsecret12';

function clientWith(answers: Record<string, DirectAnswer>, url = 'https://chat.example.com/sub/') {
  const { transport, sent } = recordedTransport(answers);
  const sleep = async () => {};
  return { client: createRestClient({ url, token: TOKEN, transport, now: () => 0, sleep }), sent };
}

describe('the REST client', () => {
  it('asks as the bot, below the subpath, without cookies', async () => {
    const { client, sent } = clientWith({
      '/sub/api/v4/users/me': recordedAnswer('bot', 'users/me as the bot'),
    });
    expect(await client.getMe()).toMatchObject({ id: '4ymj381oiibyjfaj9yy8dumofc', is_bot: true });
    expect(sent[0]?.headers).toMatchObject({ Authorization: `Bearer ${TOKEN}` });
    expect(sent[0]?.headers['User-Agent']).toMatch(/^todo-node\//);
    expect(Object.keys(sent[0]?.headers ?? {}).map((name) => name.toLowerCase())).not.toContain('cookie');
    expect(sent[0]?.timeoutMs).toBe(10_000);
  });

  it('posts in a thread, with properties', async () => {
    const { client, sent } = clientWith({
      'POST /sub/api/v4/posts': recordedAnswer('bot', 'reply in a thread'),
    });
    const post = await client.createPost({ channel_id: 'c', root_id: 'r', message: 'm', props: { a: 1 } });
    expect(post).toMatchObject({ id: '335mmj3mopgm5f9uj9awmauq7e', root_id: '788ft3jmuin6mnaotxxarm95zw' });
    expect(JSON.parse(String(sent[0]?.body))).toEqual({
      channel_id: 'c',
      root_id: 'r',
      message: 'm',
      props: { a: 1 },
    });
  });

  it.each([
    [
      'bot',
      'post in a public channel of its team where it is not a member',
      403,
      'api.context.permissions.app_error',
    ],
    ['bot', 'reply whose root_id is itself a reply', 400, 'api.post.create_post.root_id.app_error'],
    ['bot', 'post in an archived channel', 400, 'api.post.create_post.can_not_post_to_deleted.error'],
    ['bot', 'pending_post_id: three at once, number 2', 500, 'api.post.deduplicate_create_post.pending'],
    ['bot', 'disabled bot: users/me', 401, 'api.context.session_expired.app_error'],
    ['errors', '404 no such route (below /api/v4)', 404, 'api.context.404.app_error'],
    ['rate-limit', '429 on POST', 429, 'rate_limited'],
  ])('tells status and id of a refusal: %s, %s', async (file, name, status, id) => {
    const { client } = clientWith({ 'POST /sub/api/v4/posts': recordedAnswer(file, name) });
    const failure = await client
      .createPost({ channel_id: 'c', message: 'm' })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'RestError', status, id });
    expect(String(failure)).not.toContain(TOKEN);
  });

  it('is not taken in by a page of something else', async () => {
    const page = recordedAnswer('errors', 'outside of the API: page of the web client');
    const { client } = clientWith({ '/sub/api/v4/users/me': page });
    await expect(client.getMe()).rejects.toMatchObject({ id: 'not_mattermost', status: 200 });
  });
});
