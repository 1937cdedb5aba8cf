import { execFileSync } from 'node:child_process';
import { startPlugin } from 'mattermost-plugin-host/testing';
import { atMost, type Figure } from '../figure.ts';
import { median } from '../measure/quantiles.ts';
import { withManaged } from '../servers/unpack-managed.ts';

const STARTS = 5;

/** Milliseconds from the spawning of the executable to its handshake, with and without it in the system's cache. */
export const managedStart = (): Promise<Figure[]> =>
  withManaged('managed-start', async (executable) => {
    const times = { warm: [] as number[], cold: [] as number[] };
    await handshakeMs(executable);
    for (let start = 0; start < STARTS; start += 1) {
      times.warm.push(await handshakeMs(executable));
      dropFromCache(executable);
      times.cold.push(await handshakeMs(executable));
    }
    const unit = 'ms';
    return [
      atMost(300, { name: 'managed: spawn to handshake', value: median(times.warm), unit }),
      atMost(800, { name: 'managed: spawn to handshake, cold cache', value: median(times.cold), unit }),
    ];
  });

async function handshakeMs(executable: string): Promise<number> {
  const { handshakeMs: taken, mattermost, exited } = await startPlugin([executable]);
  mattermost.close();
  await exited;
  return taken;
}

/** Drops this file alone, which needs no rights; it has to be on the disk for that. */
function dropFromCache(path: string): void {
  execFileSync('sync', [path]);
  execFileSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0', 'status=none']);
}
