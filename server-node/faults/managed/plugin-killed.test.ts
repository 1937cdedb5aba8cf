import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { postId } from '../../src/testing/people.ts';
import { add, deliverWebhook, openTodos, TOWN } from './stage/ask.ts';
import { asShipped } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';

const ACKNOWLEDGED = 1_000;
const KILLS = 4;
const WRITERS = 6;
/** Mattermost has the post, and the backend does not know it yet: the moment at which a kill is worst. */
const POSTING_MS = 60;

/** An answer that the kill cut off. */
const CUT = () => undefined;

let stage: ManagedStage;
let posting = 0;
beforeEach(async () => {
  stage = await openManagedStage({ command: await asShipped() });
  const { CreatePost } = stage.played.answers;
  stage.answer({
    async CreatePost(draft) {
      const post = await CreatePost?.(draft);
      posting += 1;
      await sleep(POSTING_MS);
      posting -= 1;
      return post as NonNullable<typeof post>;
    },
  });
  await stage.start();
}, 120_000);
afterEach(() => stage.close(), 30_000);

it('kill -9 of the plugin during 1,000 acknowledged writes: each is there once, and each reply that was due', async () => {
  const acknowledged = { writes: new Map<string, number>(), webhooks: [] as string[] };
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await writeUntilKilled(acknowledged, kill);
    await stage.start();
  }
  expect(acknowledged.writes.size).toBeGreaterThanOrEqual(ACKNOWLEDGED);
  expect(acknowledged.webhooks.length).toBeGreaterThan(KILLS);

  const kept = await openTodos(stage, 'alice');
  const numberOf = new Map(kept.map(({ text, number }) => [text, number]));
  for (const [text, number] of acknowledged.writes)
    expect([text, numberOf.get(text)]).toEqual([text, number]);
  expect(numberOf.size).toBe(kept.length);
  expect(new Set(numberOf.values()).size).toBe(kept.length);

  const heard = (await openTodos(stage, 'alice', TOWN)).map(({ text }) => text);
  expect(heard).toEqual(expect.arrayContaining(acknowledged.webhooks));
  expect(new Set(heard).size).toBe(heard.length);
  await stage.until(() => new Set(repliedTo()).size === heard.length);
  await stage.until(async () => (await waiting()) === 0);
  expect(repliedTo().toSorted()).toEqual(heard.map((text) => postId(text)).toSorted());
}, 120_000);

/** Ends the process when enough is acknowledged and a reply is half out. What was under way may be kept or not. */
async function writeUntilKilled(
  acknowledged: { writes: Map<string, number>; webhooks: string[] },
  kill: number,
): Promise<void> {
  const enough = (ACKNOWLEDGED / KILLS) * kill;
  let killed: Promise<void> | undefined;
  const write = async (writer: number) => {
    for (let n = 0; killed === undefined; n += 1) {
      const text = `${kill}-${writer}-${n}`;
      const answer = await add(stage, 'alice', text).catch(CUT);
      if (answer?.status === 201) acknowledged.writes.set(text, answer.body.todos[0]?.number ?? Number.NaN);
      if (acknowledged.writes.size >= enough && posting > 0) killed ??= stage.kill();
    }
  };
  const webhooks = async () => {
    for (let n = 0; killed === undefined; n += 1) {
      const post = `post${kill}x${n}x`;
      const answer = await deliverWebhook(stage, post, post).catch(CUT);
      if (answer?.status === 200) acknowledged.webhooks.push(post);
      await sleep(100);
    }
  };
  await Promise.all([webhooks(), ...Array.from({ length: WRITERS }, (_each, writer) => write(writer))]);
  await killed;
}

const repliedTo = (): string[] => stage.played.posts.map(({ RootId }) => RootId);

async function waiting(): Promise<number> {
  return (await stage.database.query('select 1 from todo_node.todo_reply where finished_at is null')).length;
}
