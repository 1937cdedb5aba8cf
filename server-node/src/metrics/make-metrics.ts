import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { PLUGIN_VERSION } from '../contract/manifest.ts';
import { SECOND_MS } from '../shared/time.ts';
import type { Metrics, Observed } from './metrics.ts';

const PREFIX = 'todo_node_';
/** The library's own 10 ms would wake a quiet process a hundred times a second. */
const EVENT_LOOP_PRECISION_MS = 100;

/** Bounds in seconds. A program outside may take 30 s. */
const REQUEST_SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const MATTERMOST_SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LATE_SECONDS = [0.1, 0.25, 0.5, 1, 5, 30, 300, 3_600];
const STORE_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1, 5];

/** One for a process: what it counts goes on when settings are taken over. */
export function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const named = (name: string, help: string) => ({ name: PREFIX + name, help, registers });
  collectDefaultMetrics({
    register: registry,
    prefix: PREFIX,
    eventLoopMonitoringPrecision: EVENT_LOOP_PRECISION_MS,
  });
  new Gauge({ ...named('info', 'The version that runs.'), labelNames: ['version'] }).set(
    { version: PLUGIN_VERSION },
    1,
  );
  const requests = new Counter({
    ...named('requests_total', 'Requests answered, by route and class of the status.'),
    labelNames: ['method', 'route', 'status'],
  });
  const requestSeconds = new Histogram({
    ...named('request_duration_seconds', 'From a request to the end of its answer; without streams.'),
    labelNames: ['route'],
    buckets: REQUEST_SECONDS,
  });
  const commands = new Counter({
    ...named('commands_total', 'Commands run by the todo program.'),
    labelNames: ['verb', 'surface', 'outcome'],
  });
  const presses = new Counter({
    ...named('presses_total', 'Buttons pressed and forms handed in.'),
    labelNames: ['act', 'outcome'],
  });
  const mattermostSeconds = new Histogram({
    ...named('mattermost_call_duration_seconds', 'Calls to Mattermost, each try for itself.'),
    labelNames: ['endpoint', 'outcome'],
    buckets: MATTERMOST_SECONDS,
  });
  const storeSeconds = new Histogram({
    ...named('store_duration_seconds', 'Reads of the store, and whole transactions that write.'),
    labelNames: ['kind', 'outcome'],
    buckets: STORE_SECONDS,
  });
  const wakeUpSeconds = new Histogram({
    ...named('wake_up_late_seconds', 'How long after they were due reminders and the like were handed over.'),
    labelNames: ['kind'],
    buckets: LATE_SECONDS,
  });
  const gauges: Record<keyof Observed, Gauge> = {
    databaseUp: new Gauge(named('database_up', '1 when the database answers, else 0.')),
    mattermostUp: new Gauge(named('mattermost_up', '1 when Mattermost answers, else 0.')),
    outboxWaiting: new Gauge(named('outbox_waiting', 'Replies that Mattermost has not taken yet.')),
    wakeUpsWaiting: new Gauge(
      named('wake_ups_waiting', 'Reminders and the like that are still to come; counted every few minutes.'),
    ),
    outboxOldestMs: new Gauge(named('outbox_oldest_seconds', 'Age of the oldest reply that waits.')),
    streams: new Gauge(named('streams_open', 'Event streams of browsers that are open.')),
  };
  let observe: (() => Promise<Observed>) | undefined;
  return {
    request: (labels, ms) => {
      requests.inc(labels);
      if (ms !== undefined) requestSeconds.observe({ route: labels.route }, ms / SECOND_MS);
    },
    command: (labels) => commands.inc(labels),
    press: (labels) => presses.inc(labels),
    mattermostCall: (labels, ms) => mattermostSeconds.observe(labels, ms / SECOND_MS),
    wakeUp: (kind, lateMs) => wakeUpSeconds.observe({ kind }, lateMs / SECOND_MS),
    store: (labels, ms) => storeSeconds.observe(labels, ms / SECOND_MS),
    watch(newest) {
      observe = newest;
      return () => void (observe = observe === newest ? undefined : observe);
    },
    async text() {
      show(gauges, (await observe?.()) ?? {});
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** What is not known has no line: a 0 would say that nothing waits. */
function show(gauges: Record<keyof Observed, Gauge>, observed: Observed): void {
  const values = {
    databaseUp: asNumber(observed.databaseUp),
    mattermostUp: asNumber(observed.mattermostUp),
    outboxWaiting: observed.outboxWaiting,
    wakeUpsWaiting: observed.wakeUpsWaiting,
    outboxOldestMs: observed.outboxOldestMs === undefined ? undefined : observed.outboxOldestMs / SECOND_MS,
    streams: observed.streams,
  };
  for (const name of Object.keys(gauges) as (keyof Observed)[]) {
    const value = values[name];
    if (value === undefined) gauges[name].remove();
    else gauges[name].set(value);
  }
}

const asNumber = (yes: boolean | undefined) => (yes === undefined ? undefined : Number(yes));
