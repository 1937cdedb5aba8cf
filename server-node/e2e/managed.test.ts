import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Site } from './site/site.ts';
import { managedOf } from './site/site.ts';
import { eventually } from './stage/eventually.ts';
import type { Person } from './stage/people.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodo, addTodos, textsOf } from './stage/todos.ts';

const { onManaged } = scenarios();

const turn = ({ admin }: Site, how: 'enable' | 'disable') =>
  admin('POST', `/api/v4/plugins/todo-node/${how}`);

interface Status {
  plugin_id: string;
  state: number;
  version: string;
}

const RUNNING = 2;

async function statusOf({ admin }: Site): Promise<Status | undefined> {
  const all = await admin<Status[]>('GET', '/api/v4/plugins/statuses');
  return all.find(({ plugin_id }) => plugin_id === 'todo-node');
}

onManaged(
  'uploaded and enabled, it runs in its version, and `/todo` offers what may follow',
  async (stage) => {
    const version = await managedOf(stage.site).bundleVersion();
    expect(await statusOf(stage.site)).toMatchObject({ state: RUNNING, version });
    const anna = await stage.person();
    await addTodos(anna, 'me', ['Buy milk', 'Call Ben']);
    const visit = await stage.visit(anna, { channel: await stage.channel(anna) });
    const offered = visit.page.locator('#suggestionList');
    await visit.composer('channel').pressSequentially('/todo ');
    await offered.getByText('Take back your last change').waitFor();
    await visit.composer('channel').pressSequentially('done ');
    await offered.getByText('Call Ben').waitFor();
    await offered.getByText('Call Ben').click();
    await visit.composer('channel').press('Enter');
    await visit.post('Done: ').waitFor();
    expect(await textsOf(anna, 'me')).toEqual(['Buy milk']);
  },
);

onManaged('disabled it is gone without a reload, and enabled again everything is there', async (stage) => {
  const anna = await stage.person();
  await addTodo(anna, 'me', 'Buy milk');
  const visit = await stage.visit(anna, { channel: await stage.channel(anna) });
  const sidebar = await visit.openSidebar();
  await sidebar.check('Buy milk').waitFor();
  try {
    await turn(stage.site, 'disable');
    await visit.icon().waitFor({ state: 'detached' });
    await sidebar.root.waitFor({ state: 'detached' });
    await visit.type('/todo Call Ben');
    await eventually(async () => {
      await visit.composer('channel').press('Enter');
      await visit.page.getByText(/trigger of '\/?todo' not found/).waitFor({ timeout: 2_000 });
    });
  } finally {
    await turn(stage.site, 'enable');
  }
  await visit.icon().waitFor();
  // The line that was refused would be sent as a message when it is entered once more.
  await visit.say('/todo Water the plants');
  await visit.post('Added: ').waitFor();
  await visit.openSidebar();
  await sidebar.check('Water the plants').waitFor();
  expect(await sidebar.openTexts()).toEqual(['Buy milk', 'Water the plants']);
  expect(visit.errors).toEqual([]);
});

onManaged('an upgrade while people write loses nothing that was acknowledged', async (stage) => {
  const { bundleVersion, upload } = managedOf(stage.site);
  const version = await bundleVersion();
  const { person, sidebar } = await stage.newcomer();
  const other = await stage.person('ben');
  const writer = keepWriting(other);
  try {
    await sidebar.add('Before');
    await upload(higher(version));
    expect(await statusOf(stage.site)).toMatchObject({ state: RUNNING, version: higher(version) });
    await eventually(() => expect(writer.sinceRefusal()).toBeGreaterThan(5));
  } finally {
    await writer.stop();
    await upload(version);
  }
  const kept = await textsOf(other, 'me');
  expect(writer.refused()).toBeGreaterThan(0);
  expect(writer.acknowledged.filter((text) => !kept.includes(text))).toEqual([]);
  expect(new Set(kept).size).toBe(kept.length);
  expect(await textsOf(person, 'me')).toEqual(['Before']);
});

const higher = (version: string): string => version.replace(/\d+$/, (patch) => String(Number(patch) + 1));

/** One to-do after the other, each with a text of its own; what is refused is not written again. */
function keepWriting(person: Person) {
  const acknowledged: string[] = [];
  let [refused, since, stopped] = [0, 0, false];
  const done = (async () => {
    for (let at = 1; !stopped; at += 1) {
      const text = `To-do ${at}`;
      await addTodo(person, 'me', text).then(
        () => (acknowledged.push(text), (since += 1)),
        () => ((refused += 1), (since = 0)),
      );
      await wait(20);
    }
  })();
  return {
    acknowledged,
    refused: () => refused,
    /** How many were taken after the last that was not. */
    sinceRefusal: () => (refused === 0 ? 0 : since),
    stop: () => ((stopped = true), done),
  };
}
