import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { listOf } from './stage/todos.ts';

const TODO_PROGRAM = fileURLToPath(new URL('../src/program/external/testing/todo', import.meta.url));

const { scenario } = scenarios({ backendEnv: { TODO_PROGRAM } });

scenario(
  'with a program of its own, the sidebar shows what it prints and says whose list that is',
  async (stage) => {
    const { person, visit, sidebar } = await stage.newcomer();
    await sidebar.root.getByText('My to-dos, kept by todo').waitFor();
    await visit.say('/todo Buy milk');
    await visit.post('added Buy milk').waitFor();
    await sidebar.check('Buy milk').waitFor();
    expect((await listOf(person, 'me')).program).toMatchObject({
      text: expect.stringContaining('1. Buy milk'),
      rows: [{ ref: '1', text: 'Buy milk', done: false }],
    });
  },
);

scenario('add, tick and delete in the sidebar run that program', async (stage) => {
  const { person, visit, sidebar } = await stage.newcomer();
  const rows = async () => (await listOf(person, 'me')).program?.rows;
  await sidebar.root.getByText('kept by todo').waitFor();
  await sidebar.add('Buy milk; rm -rf /');
  await sidebar.add('Call Ben');
  await eventually(async () => expect(await rows()).toHaveLength(2));
  await sidebar.check('Buy milk; rm -rf /').check();
  await eventually(async () =>
    expect(await rows()).toContainEqual(expect.objectContaining({ ref: '1', done: true })),
  );
  await sidebar.root.getByRole('region', { name: 'Done' }).getByText('Buy milk; rm -rf /').waitFor();
  await sidebar.press('Call Ben', 'Delete');
  await sidebar.check('Call Ben').waitFor({ state: 'detached' });
  await eventually(async () => expect(await rows()).toEqual([expect.objectContaining({ ref: '1' })]));
  await eventually(async () => expect(await visit.icon().textContent()).toContain('No open to-dos'));
});

scenario(
  'a second window hears that the program ran, and what it says no to stays on the row',
  async (stage) => {
    const anna = await stage.person();
    const [first, second] = [await stage.visit(anna), await stage.visit(anna)];
    const [here, there] = [await first.openSidebar(), await second.openSidebar()];
    await there.root.getByText('kept by todo').waitFor();
    await here.add('Buy milk');
    await there.check('Buy milk').waitFor();
    await here.check('Buy milk').check();
    await there.root.getByRole('region', { name: 'Done' }).getByText('Buy milk').waitFor();
    await first.say('/todo done 7');
    await first.post('no to-do 7').waitFor();
  },
);
