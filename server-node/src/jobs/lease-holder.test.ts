import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { makeLeaseHolder } from './lease-holder.ts';

it('knows a killed process of its own place, and takes nobody else for dead', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  await once(child, 'spawn');
  const here = makeLeaseHolder('here');
  const its = makeLeaseHolder('here', { pid: child.pid ?? 0 }).name;
  const elsewhere = makeLeaseHolder('elsewhere', { pid: child.pid ?? 0 }).name;
  expect(here.isGone(its)).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(here.isGone(its)).toBe(true);
  expect(here.isGone(elsewhere)).toBe(false);
});

it('knows the process that had its number before, and its own other deliveries', () => {
  const { name, isGone } = makeLeaseHolder('here');
  const [place, pid, startedAt] = name.split(' ');
  expect(isGone(`${place} ${pid} ${Number(startedAt) - 1} x`)).toBe(true);
  expect(isGone(makeLeaseHolder('here').name)).toBe(false);
  expect(isGone('of another form')).toBe(false);
});

it('finds the same place in each process of a machine', () => {
  const [one = '', other] = [makeLeaseHolder(), makeLeaseHolder()].map(({ name }) => name.split(' ')[0]);
  if (process.platform === 'linux') expect(one).toBe(other);
  expect(one).not.toMatch(/\s/);
});
