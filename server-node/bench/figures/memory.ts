import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { API_PATH } from '../../src/contract/paths.ts';
import { atMost, ratioUnit, type Figure } from '../figure.ts';
import { residentMegabytes } from '../measure/resident-megabytes.ts';
import { requestsPerSecond } from '../measure/requests-per-second.ts';
import { startSite } from '../servers/start-site.ts';

const FEW = 1_000;
const MANY = 100_000;
const TODO = { text: 'Ask the printers for an offer' };
/** A full page. */
const OPEN = 100;
/** V8 gives back what it does not need eight seconds after the last request, in two steps. */
const SETTLING_MS = 15_000;

/** Resident memory of the backend's process: at rest after its start, and after few and after many requests. */
export async function memory(): Promise<Figure[]> {
  const site = await startSite();
  try {
    const backend = await site.startBackend(`sqlite:${join(site.folder, 'memory.sqlite')}`);
    const list = `${backend.url}${API_PATH}/lists/me`;
    const read = (amount: number) => requestsPerSecond({ url: list, headers: site.headers, amount });
    const add = (amount: number) =>
      requestsPerSecond({ url: `${list}/todos`, method: 'POST', headers: site.headers, body: TODO, amount });
    await sleep(SETTLING_MS);
    const atRest = residentMegabytes(backend.pid);
    await add(OPEN);
    await read(FEW - OPEN);
    await sleep(SETTLING_MS);
    const afterFew = residentMegabytes(backend.pid);
    await add(OPEN);
    await read(MANY - FEW - OPEN);
    await sleep(SETTLING_MS);
    const afterMany = residentMegabytes(backend.pid);
    const name = 'memory after 100,000 requests against after 1,000';
    return [
      atMost(120, { name: 'memory at rest', value: atRest, unit: 'MB' }),
      atMost(1.2, { name, value: afterMany / afterFew, unit: ratioUnit(afterMany, afterFew, 'MB') }),
    ];
  } finally {
    await site.stop();
  }
}
