import { createServer, type RequestListener, type Server } from 'node:http';
import { Server as NetServer, type AddressInfo } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { SECOND_MS } from '../shared/time.ts';
import { trackConnections } from './connections.ts';

/** Longer than the 60 s for which nginx keeps a connection it may use at any moment. */
const KEEP_ALIVE_MS = 72 * SECOND_MS;
/** Longer than the 30 s that an external program may take. */
const LONGEST_REQUEST_MS = 40 * SECOND_MS;
/**
 * Between the wish to stop and the closed door. Connections that the system has taken already, and requests on
 * their way on open ones, would be cut without it.
 */
const LAST_CALL_MS = 250;
/** The turns of the event loop that a quiet one is waited for. */
const MOST_TURNS = 2_000;
const IDLE_CHECK_MS = 50;

type Connections = ReturnType<typeof trackConnections>;

/**
 * Its `stop` refuses new connections very soon and resolves when every request under way is answered.
 *
 * @param lastCallMs 0 where nobody is on the way, as in most tests
 */
export async function listen(app: RequestListener, host: string, port: number, lastCallMs = LAST_CALL_MS) {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 60 * SECOND_MS }, app);
  const connections = trackConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    address() {
      const address = server.address() as AddressInfo;
      return { host: address.address, port: address.port };
    },
    stop: () => stopServer(server, connections, lastCallMs),
  };
}

async function stopServer(server: Server, { closeIdle }: Connections, lastCallMs: number): Promise<void> {
  server.prependListener('request', (_req, res) => res.setHeader('Connection', 'close'));
  await pause(lastCallMs);
  await turnWithoutArrivals(server);
  let closed = false;
  const done = stopListening(server).then(() => void (closed = true));
  const giveUpAt = performance.now() + LONGEST_REQUEST_MS;
  while (!closed && performance.now() < giveUpAt) {
    closeIdle();
    await Promise.race([done, pause(IDLE_CHECK_MS)]);
  }
  server.closeAllConnections();
  await done;
  server.close();
}

/**
 * The system answers for us when somebody connects, and takes that back from those whom we have not met yet when the
 * door closes. So it closes right after a turn in which nobody came; under the heaviest load, after that many turns.
 */
async function turnWithoutArrivals(server: Server): Promise<void> {
  let arrived = true;
  const note = () => void (arrived = true);
  server.on('connection', note).on('request', note);
  for (let turns = 0; arrived && turns < MOST_TURNS; turns += 1) {
    arrived = false;
    await nextTurn();
  }
  server.off('connection', note).off('request', note);
}

/** As a plain server: an HTTP server would destroy connections that only look idle. */
function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => NetServer.prototype.close.call(server, () => resolve()));
}

/** When it ends, all that had come in meanwhile was looked at, however busy the process was. */
async function pause(ms: number): Promise<void> {
  await sleep(ms);
  await nextTurn();
}
