import type { ServerConfig } from './config.ts';
import { makeSendDigests } from './digest/send-digests.ts';
import type { Host } from './host.ts';
import { makeReplyDelivery } from './jobs/deliver-replies.ts';
import { makeWakeUpJob } from './jobs/fire-wake-ups.ts';
import { makePruning } from './jobs/prune.ts';
import { keepTrueOf } from './keep-true-of.ts';
import { languagesOf } from './languages-of.ts';
import { makeKeepPostsTrue } from './living-posts/keep-posts-true.ts';
import { signingPoster } from './presses/sign-replies.ts';
import { makeTellOutcomes } from './requests/tell-outcomes.ts';
import { makeTellRequests } from './requests/tell-requests.ts';
import { makeRemind } from './reminders/remind.ts';
import { makeTellThreads } from './told-threads/tell-threads.ts';
import type { AddRelease, ServerDeps, SignedStore } from './server-deps.ts';
import { makeNewId } from './todos/new-id.ts';

/** What goes on without requests. Replies that are not out at the end stay in the store. */
export function startJobs(
  config: ServerConfig,
  store: SignedStore,
  host: Host,
  deps: ServerDeps,
  onStop: AddRelease,
): void {
  const pruning = makePruning({ ...deps, store: store.todos, outbox: store.outbox });
  const poster = signingPoster(host.poster, store.signer);
  const delivery = makeReplyDelivery({ ...deps, outbox: store.outbox, poster });
  const knowing = { ...host, people: store.people, languages: languagesOf(config, host), now: deps.now };
  const wakeUps = makeWakeUpJob({
    ...{ ...deps, store: store.todos, wakeUps: store.wakeUps, onHandedOver: deps.metrics.wakeUp },
    handlers: {
      reminder: makeRemind({ ...knowing, reader: store.todos }),
      request: makeTellRequests({ ...knowing, reader: store.todos, newId: makeNewId(deps.now) }),
      outcome: makeTellOutcomes({ ...knowing, reader: store.todos }),
      thread: makeTellThreads({ ...knowing, reader: store.todos }),
      digest: makeSendDigests({ ...knowing, reader: store.todos, newId: makeNewId(deps.now) }),
      living_post: makeKeepPostsTrue({ ...deps, keepTrue: keepTrueOf(config, host, store, deps) }),
    },
  });
  for (const job of [host, pruning, delivery, wakeUps]) {
    job.start();
    onStop(() => job.stop());
  }
}
