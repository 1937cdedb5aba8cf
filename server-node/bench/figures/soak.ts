import type { MattermostSide } from 'mattermost-plugin-host/testing';
import { API_PATH, PLUGIN_PATH } from '../../src/contract/paths.ts';
import { userId } from '../../src/testing/people.ts';
import { atMost, ratioUnit, type Figure } from '../figure.ts';
import { median } from '../measure/quantiles.ts';
import { residentMegabytes } from '../measure/resident-megabytes.ts';
import { startManaged } from '../servers/start-managed.ts';
import { withManaged } from '../servers/unpack-managed.ts';

const TENTHS = 10;
const REQUESTS = 100_000;
const HOOKS = 10_000;
const AT_ONCE = 12;
const OPEN = 10;
const TODO = 'Buy milk';
const SAMPLE_MS = 1_000;
const ALICE = userId('alice');

type Act = () => Promise<unknown>;

/**
 * A million requests and a hundred thousand commands through the protocol, by the executable that Mattermost starts.
 * Takes some ten minutes, so it is measured only when asked for. The first tenth is the time of compiling.
 */
export const soak = (): Promise<Figure[]> =>
  withManaged('soak', async (executable, folder) => {
    const { mattermost, pid, stop } = await startManaged([executable], folder);
    try {
      for (let added = 0; added < OPEN; added += 1) await command(mattermost, `add ${TODO}`);
      const tenths: number[] = [];
      let errors = 0;
      for (let tenth = 0; tenth < TENTHS; tenth += 1) {
        const megabytes = sampling(pid);
        errors += await inParallel(REQUESTS, () => list(mattermost));
        errors += await inParallel(HOOKS, () => command(mattermost, 'list'));
        tenths.push(median(megabytes()));
        process.stderr.write(`soak: ${tenth + 1} of ${TENTHS}, ${tenths.at(-1)?.toFixed(0)} MB\n`);
      }
      const [early = Number.NaN, late = Number.NaN] = [tenths[1], tenths.at(-1)];
      const name = 'soak: memory in the last tenth against the second';
      return [
        atMost(1.1, { name, value: late / early, unit: ratioUnit(late, early, 'MB') }),
        atMost(0, { name: 'soak: failed of 1,100,000', value: errors, unit: 'calls' }),
      ];
    } finally {
      await stop();
    }
  });

/** Looks every second. @returns what ends it and gives what was seen */
function sampling(pid: number): () => number[] {
  const seen = [residentMegabytes(pid)];
  const timer = setInterval(() => seen.push(residentMegabytes(pid)), SAMPLE_MS);
  return () => {
    clearInterval(timer);
    return seen;
  };
}

/** @returns how many failed */
async function inParallel(total: number, act: Act): Promise<number> {
  let left = total;
  let failed = 0;
  const worker = async () => {
    while (left-- > 0) {
      await act().catch((error: unknown) => {
        if (failed++ === 0) process.stderr.write(`soak: ${String(error)}\n`);
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return failed;
}

async function list(mattermost: MattermostSide): Promise<void> {
  const URL = `${API_PATH}/lists/me`.slice(PLUGIN_PATH.length);
  const request = { Method: 'GET', URL, RemoteAddr: '127.0.0.1:40000', Header: {} };
  const { status } = await mattermost.internalRequest(request, new Uint8Array(0), ALICE);
  if (status !== 200) throw new Error(`${URL}: ${status}`);
}

async function command(mattermost: MattermostSide, text: string): Promise<void> {
  const asked = {
    Command: `/todo ${text}`,
    UserId: ALICE,
    ChannelId: 'c'.repeat(26),
    TeamId: 't'.repeat(26),
  };
  await mattermost.hook('ExecuteCommand', {}, asked);
  for (const { method, args } of mattermost.apiCalls.splice(0)) {
    if (method === 'SendEphemeralPost' && !JSON.stringify(args).includes(TODO))
      throw new Error(`${text} failed`);
  }
}
