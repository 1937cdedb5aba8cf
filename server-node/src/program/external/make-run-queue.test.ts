import { expect, it } from '@jest/globals';
import { makeRunQueue } from './make-run-queue.ts';

/** A task that runs until it is let go. */
function held() {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  let started = false;
  const task = async () => {
    started = true;
    await gate;
  };
  return { task, release, started: () => started };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

it('runs one command of a list at a time, in their order, and those of other lists meanwhile', async () => {
  const queue = makeRunQueue({ parallel: 4, perList: 9, inAll: 9 });
  const [first, second, other] = [held(), held(), held()];
  const all = [queue('a', first.task), queue('a', second.task), queue('b', other.task)];
  await soon();
  expect([first.started(), second.started(), other.started()]).toEqual([true, false, true]);
  first.release();
  await all[0];
  await soon();
  expect(second.started()).toBe(true);
  [second, other].forEach(({ release }) => release());
  await Promise.all(all);
});

it('runs no more children at once than allowed', async () => {
  const queue = makeRunQueue({ parallel: 2, perList: 9, inAll: 9 });
  const tasks = [held(), held(), held()];
  const all = tasks.map(({ task }, index) => queue(`list ${index}`, task));
  await soon();
  expect(tasks.map(({ started }) => started())).toEqual([true, true, false]);
  tasks.forEach(({ release }) => release());
  await Promise.all(all);
});

it.each([
  ['of one list', { parallel: 1, perList: 1, inAll: 9 }, 'a'],
  ['in all', { parallel: 1, perList: 9, inAll: 1 }, 'b'],
])('refuses when too many wait %s, and accepts again afterwards', async (_where, limits, next) => {
  const queue = makeRunQueue(limits);
  const first = held();
  const running = queue('a', first.task);
  await expect(queue(next, async () => undefined)).rejects.toMatchObject({ code: 'program_busy' });
  first.release();
  await running;
  await expect(queue(next, async () => 'ran')).resolves.toBe('ran');
});

it('goes on after a failure', async () => {
  const queue = makeRunQueue({ parallel: 1, perList: 9, inAll: 9 });
  await expect(queue('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(queue('a', async () => 'ran')).resolves.toBe('ran');
});
