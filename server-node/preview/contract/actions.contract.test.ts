import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { callApi } from './api-client.ts';
import { jsonAnswer, openIntegration, until, type Integration } from './integration.ts';
import { insist, makeCast, type Cast, type Person } from './make-cast.ts';
import { openSite, type ContractSite } from './open-site.ts';
import { openListener, type Listener } from './listener.ts';

let site: ContractSite;
let cast: Cast;
let integration: Integration;
let listener: Listener;
let post: { id: string; message: string; props: Record<string, unknown> };

beforeAll(async () => {
  site = await openSite();
  cast = await makeCast(site);
  integration = await openIntegration();
  listener = await openListener(site, cast.dave.token);
}, 30_000);

beforeEach(async () => {
  integration.answer(jsonAnswer({}));
  post = (await makePost()) as unknown as typeof post;
});

afterAll(async () => {
  listener.close();
  await integration.close();
  await site.close();
});

const actions = () => [
  { id: 'done1', name: 'Done', type: 'button', integration: calls('/act') },
  {
    ...{ id: 'sel1', name: 'Which?', type: 'select', integration: calls('/act') },
    options: [{ text: 'One hour', value: '1h' }],
  },
];
const calls = (path: string) => ({
  url: path.startsWith('/act') ? integration.url + path : path,
  context: { mac: 'mine', todo: 12 },
});
const makePost = (sent: object[] = actions()) =>
  insist(site, 'POST', '/posts', {
    token: cast.erin.token,
    body: {
      channel_id: cast.priv1.id,
      message: 'card',
      props: { attachments: [{ actions: sent }], keep: 'me' },
    },
  });

const press = (action: string, who: Person = cast.dave, body: object = {}) =>
  callApi(site.url, 'POST', `/api/v4/posts/${post.id}/actions/${action}`, { token: who.token, body });
const received = async () => JSON.parse((await integration.next()).body) as Record<string, unknown>;
const now = async () =>
  (await callApi(site.url, 'GET', `/api/v4/posts/${post.id}`, { token: cast.erin.token }))
    .body as typeof post;

describe('what can be pressed below a post', () => {
  it('is shown without what it calls, to its author as well', async () => {
    const { props } = await now();
    expect(JSON.stringify(props)).not.toMatch(/integration|mine/);
    expect(props).toMatchObject({
      attachments: [
        {
          actions: [
            { id: 'done1', name: 'Done', type: 'button' },
            { id: 'sel1', type: 'select' },
          ],
        },
      ],
    });
  });

  it('tells its integration who pressed what, and nothing that proves it outside of the site', async () => {
    const { status, body } = await press('done1');
    const { headers, body: sent } = await integration.next();
    const { trigger_id: triggerId, ...fields } = JSON.parse(sent) as Record<string, unknown>;
    expect(headers.authorization).toBeUndefined();
    expect(fields).toEqual({
      ...{ user_id: cast.dave.id, user_name: cast.dave.name, post_id: post.id },
      ...{ channel_id: cast.priv1.id, channel_name: cast.priv1.name },
      ...{ team_id: cast.team.id, team_domain: cast.team.name },
      ...{ type: 'button', data_source: '', context: { mac: 'mine', todo: 12 } },
    });
    const [id] = Buffer.from(String(triggerId), 'base64').toString().split(':');
    expect([status, body]).toEqual([200, { status: 'OK', trigger_id: id }]);
  });

  it('tells which option was chosen of a select, whatever was offered, and of a button none', async () => {
    await press('sel1', cast.dave, { selected_option: 'never offered' });
    expect(await received()).toMatchObject({ type: 'select', context: { selected_option: 'never offered' } });
    await press('done1', cast.dave, { selected_option: '1h' });
    expect((await received())['context']).toEqual({ mac: 'mine', todo: 12 });
  });

  it('stays with all properties when the answer brings only a text', async () => {
    integration.answer(jsonAnswer({ update: { message: 'new text' } }));
    await press('done1');
    await integration.next();
    expect(await now()).toMatchObject({ message: 'new text', props: { keep: 'me' } });
    await press('done1');
    expect(await received()).toMatchObject({ context: { mac: 'mine' } });
  });

  it('is replaced, with all other properties, when the answer brings some', async () => {
    const again = { id: 'undo1', name: 'Undo', type: 'button', integration: calls('/act?again') };
    integration.answer(
      jsonAnswer({ update: { message: 'done', props: { attachments: [{ actions: [again] }] } } }),
    );
    await press('done1');
    await integration.next();
    const { message, props } = await now();
    expect(message).toBe('done');
    expect(props).not.toHaveProperty('keep');
    expect((await press('done1')).status).toBe(404);
    await press('undo1');
    expect((await integration.next()).url).toBe('/act?again');
  });

  it('shows a note to whoever pressed, in the thread of the post', async () => {
    integration.answer(jsonAnswer({ ephemeral_text: `only you ${post.id}` }));
    await press('done1');
    await integration.next();
    const note = await listener.nextPost('ephemeral_message', `only you ${post.id}`);
    expect(note).toMatchObject({ root_id: post.id, channel_id: cast.priv1.id });
  });

  it.each<[string, object, number]>([
    [
      'another status than 200',
      { status: 500, headers: { 'Content-Type': 'application/json' }, body: '{}' },
      400,
    ],
    ['what is no JSON', { headers: { 'Content-Type': 'application/json' }, body: 'hello' }, 400],
  ])('fails when it is answered with %s', async (_what, answer, status) => {
    integration.answer(answer);
    const refused = await press('done1');
    await integration.next();
    expect([refused.status, refused.body]).toEqual([
      status,
      expect.objectContaining({ id: 'api.post.do_action.action_integration.app_error' }),
    ]);
  });

  it('is not there for those who may not read the post, under another id, or once it is deleted', async () => {
    expect((await press('done1', cast.frank)).status).toBe(403);
    expect(await press('other')).toMatchObject({
      status: 404,
      body: { id: 'api.post.do_action.action_id.app_error' },
    });
    await callApi(site.url, 'DELETE', `/api/v4/posts/${post.id}`, { token: cast.erin.token });
    expect((await press('done1')).status).toBe(404);
    expect(integration.received.every(({ body }) => !body.includes(cast.frank.id))).toBe(true);
  });

  it('fails where a plugin should take it that has no process', async () => {
    post = (await makePost([
      { id: 'rel1', name: 'Relative', type: 'button', integration: calls('/plugins/nothing/act') },
    ])) as unknown as typeof post;
    expect((await press('rel1')).status).toBe(400);
  });
});

describe('a dialog', () => {
  const dialog = {
    callback_id: 'form',
    title: 'New',
    state: 'signed',
    elements: [{ name: 'text', display_name: 'Text', type: 'text' }],
  };
  const open = (triggerId: unknown) =>
    callApi(site.url, 'POST', '/api/v4/actions/dialogs/open', {
      body: { trigger_id: triggerId, url: `${integration.url}/form`, dialog },
    });
  const submit = (who: Person, more: object = {}) =>
    callApi(site.url, 'POST', '/api/v4/actions/dialogs/submit', {
      token: who.token,
      body: {
        ...{ url: `${integration.url}/form`, callback_id: 'form', state: 'made up', user_id: cast.erin.id },
        ...{
          channel_id: cast.priv1.id,
          team_id: cast.team.id,
          submission: { text: 'milk' },
          cancelled: false,
        },
        ...more,
      },
    });

  it('opens for whoever pressed, without any session', async () => {
    await press('done1');
    const { trigger_id: triggerId } = await received();
    expect(await open(triggerId)).toMatchObject({ status: 200 });
    const { data } = await until(() => listener.events.find(({ event }) => event === 'open_dialog'));
    const shown = JSON.parse(String(data['dialog'])) as Record<string, unknown>;
    expect(shown).toMatchObject({
      url: `${integration.url}/form`,
      dialog: { title: 'New', state: 'signed' },
    });
  });

  it('does not open by a trigger that Mattermost never gave', async () => {
    expect((await open(Buffer.from('a:b:1:c').toString('base64'))).status).toBe(400);
  });

  it('is handed over with what the client says, but for the person', async () => {
    await submit(cast.dave);
    expect(await received()).toEqual({
      ...{ type: 'dialog_submission', callback_id: 'form', state: 'made up', user_id: cast.dave.id },
      ...{ channel_id: cast.priv1.id, team_id: cast.team.id, submission: { text: 'milk' }, cancelled: false },
    });
  });

  it('shows the errors that the answer brings', async () => {
    integration.answer(jsonAnswer({ errors: { text: 'too short' } }));
    expect(await submit(cast.dave)).toMatchObject({ status: 200, body: { errors: { text: 'too short' } } });
    await integration.next();
  });

  it('is not handed over from a channel that one may not read', async () => {
    expect((await submit(cast.frank)).status).toBe(403);
  });
});
