import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Post } from 'mattermost-plugin-host';
import { FORM_PATH, PRESS_PATH } from '../contract/paths.ts';
import type { ListView } from '../contract/todo-view.ts';
import type { Attachment } from '../replies/pressable.ts';
import { until } from '../store/testing/until.ts';
import { call } from '../testing/call.ts';
import { postId, userId } from '../testing/people.ts';
import { openManagedBackend, type ManagedBackend } from './testing/open-managed-backend.ts';
import { DIRECT_CHANNEL } from './testing/played-api.ts';

let backend: ManagedBackend;
beforeEach(async () => {
  backend = await openManagedBackend({}, { people: ['ann', 'bob'] });
});
afterEach(() => backend.close());

/** What Ann writes to the bot, and its answer. */
async function say(Message: string): Promise<Post> {
  const before = backend.played.posts.length;
  const [Id, UserId] = [postId(Message.replace(/\W/g, '').toLowerCase()), userId('ann')];
  const written = { Id, ChannelId: DIRECT_CHANNEL, UserId, CreateAt: Date.now(), Message } as unknown as Post;
  await backend.mattermost.hook('MessageHasBeenPosted', {}, written);
  await until(async () => backend.played.posts.length > before);
  return backend.played.posts[before] as Post;
}

const actionsOf = ({ Props }: Pick<Post, 'Props'>) =>
  ((Props['attachments'] ?? []) as Attachment[]).flatMap(({ actions }) => actions);

/** As Mattermost hands it over to the process of a plugin: it names the person, and no type of the body. */
async function send(path: string, who: string, body: object) {
  const answer = await fetch(`${backend.url}${path}`, {
    ...{ method: 'POST', headers: { Authorization: `Bearer ${who}` } },
    body: new TextEncoder().encode(JSON.stringify({ user_id: userId(who), ...body })),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const press =
  (who: string, { Id }: Post, at: number) =>
  (actions: ReturnType<typeof actionsOf>) =>
    send(PRESS_PATH, who, { post_id: Id, trigger_id: 'trigger', context: actions[at]?.integration.context });

const open = async () =>
  (await call<ListView>(backend, 'ann', 'GET', '/lists/me')).body.todos.map(({ text }) => text);

it('is pressed by way of an address that Mattermost leads to the plugin itself', async () => {
  const added = await say('Buy milk');
  const [undo] = actionsOf(added);
  expect(undo).toMatchObject({ name: 'Undo', integration: { url: '/plugins/todo-node/press' } });
  const answer = await press('ann', added, 0)(actionsOf(added));
  expect(answer).toMatchObject({
    status: 200,
    body: { update: { message: expect.stringMatching(/^Adding undone: /) } },
  });
  expect(await open()).toEqual([]);
});

it('is pressed by others in vain', async () => {
  const added = await say('Buy milk');
  const answer = await press('bob', added, 0)(actionsOf(added));
  expect(answer).toMatchObject({
    status: 200,
    body: { ephemeral_text: expect.stringMatching(/somebody else/) },
  });
  expect(await open()).toEqual(['Buy milk']);
});

it('opens a dialog, and what is filled in there rewrites the post', async () => {
  const list = await say('list');
  const answer = await press('ann', list, 0)(actionsOf(list));
  expect(answer.body).toEqual({ skip_slack_parsing: true });
  const [opened] = backend.played.dialogs;
  expect(opened).toMatchObject({ TriggerId: 'trigger', URL: FORM_PATH, Dialog: { Title: 'New to-do' } });
  const filled = await send(FORM_PATH, 'ann', {
    ...{ state: opened?.Dialog?.State, submission: { text: 'Buy bread' }, cancelled: false },
  });
  expect(filled).toEqual({ status: 200, body: {} });
  await until(async () => list.Message.includes('Buy bread'));
  expect(actionsOf(list).map(({ name }) => name)).toEqual(['Undo', 'Done…', 'Add…']);
});

it('answers a request below the message that tells of it, and tells whoever asked', async () => {
  expect((await say('send @bob Review the plan')).Message).toMatch(/^Sent to @\u2060bob: /);
  const { posts } = backend.played;
  const postWith = (words: RegExp) => posts.find(({ Message }) => words.test(Message));
  await until(async () => postWith(/^\*\*A request\*\*/) !== undefined);
  const told = postWith(/^\*\*A request\*\*/) as Post;
  expect(told.Message).toMatch(/Review the plan · from @\u2060ann\n/);
  expect(actionsOf(told).map(({ name }) => name)).toEqual(['Accept', 'Decline…', 'Done']);
  expect((await press('ann', told, 0)(actionsOf(told))).body).toMatchObject({
    ephemeral_text: expect.stringMatching(/somebody else/),
  });
  const answer = await press('bob', told, 2)(actionsOf(told));
  expect(answer.body).toMatchObject({ update: { message: 'Done: **1** Review the plan' } });
  await until(async () => postWith(/^\*\*News of what you sent\*\*/) !== undefined);
  expect(postWith(/^\*\*News/)?.Message).toMatch(
    /^\*\*News of what you sent\*\*: Review the plan · @\u2060bob: done$/,
  );
});
