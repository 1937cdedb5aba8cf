import type { EventHandlers } from '../api/open-events.ts';
import type { StreamEvent } from '../api/event-parser.ts';
import type { FailureKind } from '../api/request-failure.ts';
import { randomId } from '../host/random-id.ts';
import { makeStreamKeeper } from './stream-keeper.ts';

/** What a tab tells the others; the one that holds the lock keeps the stream for all. */
type Message =
  | { kind: 'want'; tab: string; channels: readonly string[] }
  | { kind: 'leave'; tab: string }
  | { kind: 'who' }
  | { kind: 'event'; event: StreamEvent }
  /** `failure` is missing when the other window runs an older version. */
  | { kind: 'state'; live: boolean; failure?: FailureKind | null };

export interface SharedStreamDeps {
  name: string;
  open(channels: readonly string[], handlers: EventHandlers): () => void;
  /** `undefined` on plain http: then each window keeps a stream of its own while it is seen. */
  locks: LockManager | undefined;
  channel: BroadcastChannel | undefined;
  random: () => number;
  onEvent(event: StreamEvent): void;
  /** `live`: the stream runs, here or in another window. A start after a break is a reason to catch up. */
  onState(live: boolean, failure: FailureKind | null): void;
}

/**
 * One stream for all windows of a browser: HTTP/1.1 allows six connections to a host, and Mattermost
 * needs them. A window that dies gives the lock to the next one, which asks all what they look at.
 */
export function startSharedStream(deps: SharedStreamDeps) {
  const tab = randomId(12);
  const wants = new Map<string, readonly string[]>();
  const release = new AbortController();
  let free: () => void = () => undefined;
  let keeper: ReturnType<typeof makeStreamKeeper> | null = null;

  const tell = (message: Message) => deps.channel?.postMessage(message);
  const union = () => [...new Set([...wants.values()].flat())].sort();

  function lead(): void {
    keeper = makeStreamKeeper({
      open: deps.open,
      random: deps.random,
      onEvent: (event) => {
        tell({ kind: 'event', event });
        deps.onEvent(event);
      },
      onState: (live, failure) => {
        tell({ kind: 'state', live, failure });
        deps.onState(live, failure);
      },
    });
    tell({ kind: 'who' });
    keeper.want(union());
  }

  const handlers: { [K in Message['kind']]: (message: Extract<Message, { kind: K }>) => void } = {
    want: (message) => {
      wants.set(message.tab, message.channels);
      keeper?.want(union());
      if (keeper?.isLive() === true) tell({ kind: 'state', live: true });
    },
    leave: (message) => {
      wants.delete(message.tab);
      keeper?.want(union());
    },
    who: () => tell({ kind: 'want', tab, channels: wants.get(tab) ?? [] }),
    event: ({ event }) => deps.onEvent(event),
    state: ({ live, failure = null }) => deps.onState(live, failure),
  };
  const listen = ({ data }: MessageEvent<Message>) =>
    (handlers[data.kind] as (message: Message) => void)(data);
  deps.channel?.addEventListener('message', listen);

  const isShared = deps.locks !== undefined && deps.channel !== undefined;
  if (deps.locks === undefined || deps.channel === undefined) lead();
  else {
    const held = () => new Promise<void>((resolve) => ((free = resolve), lead()));
    deps.locks.request(deps.name, { signal: release.signal }, held).catch(() => undefined);
  }

  return {
    /** Components that leave the page after the plugin was stopped still say what they want: nothing. */
    want(channels: readonly string[]): void {
      if (release.signal.aborted) return;
      wants.set(tab, channels);
      keeper?.want(union());
      tell({ kind: 'want', tab, channels });
    },
    /** Tries again now instead of after the back-off. */
    wake: () => keeper?.wake(),
    /** A window that shares its stream keeps it for the others; one that does not gives its connection back. */
    hidden(): void {
      if (!isShared) keeper?.sleep();
    },
    stop(): void {
      tell({ kind: 'leave', tab });
      deps.channel?.removeEventListener('message', listen);
      deps.channel?.close();
      keeper?.stop();
      release.abort();
      free();
    },
  };
}

export type SharedStream = ReturnType<typeof startSharedStream>;
