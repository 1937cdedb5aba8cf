import { BYE_EVENT } from '@todo-node/server/contract/api';
import type { StreamEvent } from '../api/event-parser.ts';
import type { EventHandlers } from '../api/open-events.ts';
import type { FailureKind, RequestFailure } from '../api/request-failure.ts';
import { retryInMs } from './back-off.ts';

export interface StreamKeeperDeps {
  open(channels: readonly string[], handlers: EventHandlers): () => void;
  random: () => number;
  onEvent(event: StreamEvent): void;
  onState(live: boolean, failure: FailureKind | null): void;
}

/** Switching channels quickly should not open a stream for each. */
const SETTLE_MS = 300;

/** Keeps one stream open: reconnects with back-off, and opens it anew when other channels are looked at. */
export function makeStreamKeeper(deps: StreamKeeperDeps) {
  let wanted: string | null = null;
  let close: (() => void) | null = null;
  let live = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    clearTimeout(timer);
    close?.();
    const channels = wanted === null || wanted === '' ? [] : wanted.split(',');
    close = deps.open(channels, {
      onOpen: () => {
        failures = 0;
        setLive(true, null);
      },
      onEvent: (event) => {
        if (event.name === BYE_EVENT) again(null);
        else deps.onEvent(event);
      },
      onEnd: again,
    });
  }

  function again(failure: RequestFailure | null): void {
    close?.();
    close = null;
    setLive(false, failure?.kind ?? null);
    clearTimeout(timer);
    timer = setTimeout(connect, retryInMs(failure?.retryAfterMs ?? null, failures, deps.random));
    failures += 1;
  }

  function setLive(next: boolean, failure: FailureKind | null): void {
    live = next;
    deps.onState(next, failure);
  }

  return {
    want(channels: readonly string[]): void {
      const next = channels.join(',');
      if (next === wanted) return;
      const isFirst = wanted === null;
      wanted = next;
      clearTimeout(timer);
      timer = setTimeout(connect, isFirst ? 0 : SETTLE_MS);
    },
    isLive: () => live,
    wake(): void {
      if (!live && wanted !== null) connect();
    },
    /** Closes the stream until `wake`. */
    sleep(): void {
      clearTimeout(timer);
      close?.();
      close = null;
      live = false;
    },
    stop(): void {
      clearTimeout(timer);
      close?.();
      close = null;
    },
  };
}
