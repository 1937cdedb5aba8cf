import type { RequestListener } from 'node:http';
import type { Host, Listening } from './host.ts';
import type { HttpApp } from './http/make-app.ts';
import { makeStartingApp, type StartingDeps } from './http/make-starting-app.ts';
import type { Readiness } from './http/http-deps.ts';

export interface Door {
  listening: Listening;
  /** Why nobody is let in yet. */
  waits(reason: string): void;
  /** Lets everybody in from now on. */
  leadTo(http: HttpApp): void;
  /** May be called more than once. */
  close(): Promise<void>;
}

/** Listens from the start, and says that the backend is alive; it leads to the real thing once there is a store. */
export async function openDoor(
  host: Host,
  deps: Omit<StartingDeps, 'readiness' | 'servesMetrics'>,
): Promise<Door> {
  let reason = 'The to-do store is being opened.';
  const readiness = async (): Promise<Readiness> => ({
    ready: false,
    database: 'away',
    reason,
    mattermost: host.mattermostState(),
    outbox: { waiting: 0, oldestMs: 0 },
  });
  const starting = makeStartingApp({ ...deps, readiness, servesMetrics: false });
  const startingIntegrations = makeStartingApp({ ...deps, readiness, servesMetrics: true });
  const unwatch = deps.metrics.watch(async () => ({
    databaseUp: false,
    mattermostUp: host.mattermostState() === 'ok',
  }));
  let inside: { app: RequestListener; integrations: RequestListener | null } = {
    app: starting,
    integrations: startingIntegrations,
  };
  const listening = await host.listen(
    (request, response) => inside.app(request, response),
    host.integrationsApart === true
      ? (request, response) => (inside.integrations ?? startingIntegrations)(request, response)
      : null,
  );
  let closed: Promise<void> | undefined;
  return {
    listening,
    waits: (why) => void (reason = why),
    leadTo: (http) => void (inside = http),
    close() {
      unwatch();
      return (closed ??= listening.stop());
    },
  };
}
