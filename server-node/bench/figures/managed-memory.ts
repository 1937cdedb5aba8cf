import { setTimeout as sleep } from 'node:timers/promises';
import { API_PATH } from '../../src/contract/paths.ts';
import { atMost, ratioUnit, type Figure } from '../figure.ts';
import { requestsPerSecond } from '../measure/requests-per-second.ts';
import { residentMegabytes } from '../measure/resident-megabytes.ts';
import { startManaged } from '../servers/start-managed.ts';
import { withManaged } from '../servers/unpack-managed.ts';

const MANY = 100_000;
const TODO = { text: 'Ask the printers for an offer' };
/** A full page. */
const OPEN = 100;
const CONNECTIONS = 5;
/** Node gives memory back eight seconds after the last request. */
const SETTLING_MS = 15_000;

/** Resident memory of the executable that Mattermost starts: at rest after its start, and after many lists of 100. */
export const managedMemory = (): Promise<Figure[]> =>
  withManaged('managed-memory', async (executable, folder) => {
    const { url, headers, pid, stop } = await startManaged([executable], folder);
    const list = { url: `${url}${API_PATH}/lists/me`, headers, connections: CONNECTIONS };
    try {
      await sleep(SETTLING_MS);
      const atRest = residentMegabytes(pid);
      await requestsPerSecond({
        ...list,
        url: `${list.url}/todos`,
        method: 'POST',
        body: TODO,
        amount: OPEN,
      });
      await requestsPerSecond({ ...list, amount: MANY - OPEN });
      await sleep(SETTLING_MS);
      const afterMany = residentMegabytes(pid);
      const name = 'managed: memory after 100,000 requests against at rest';
      return [
        atMost(120, { name: 'managed: memory at rest', value: atRest, unit: 'MB' }),
        atMost(1.4, { name, value: afterMany / atRest, unit: ratioUnit(afterMany, atRest, 'MB') }),
      ];
    } finally {
      await stop();
    }
  });
