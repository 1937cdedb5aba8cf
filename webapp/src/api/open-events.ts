import { API_PATH } from '@todo-node/server/contract/paths';
import { makeEventParser, type StreamEvent } from './event-parser.ts';
import { failureOfResponse } from './failure-of-response.ts';
import { asRequestFailure, RequestFailure } from './request-failure.ts';
import type { Wire } from './request.ts';

export interface EventHandlers {
  /** The first bytes are here: nothing on the way holds the stream back. */
  onOpen(): void;
  onEvent(event: StreamEvent): void;
  /** Called once, whatever ended the stream, but not after `close`. */
  onEnd(failure: RequestFailure): void;
}

/** The backend sends a comment every 20 s or so: two of them missing means a dead connection. */
export const SILENCE_MS = 50_000;
/** Proxies that collect answers before passing them on let nothing through for longer than this. */
export const FIRST_BYTES_MS = 12_000;

/** `fetch` rather than `EventSource`, to see statuses and comments. */
export const makeOpenEvents =
  (wire: Wire) =>
  (channels: readonly string[], handlers: EventHandlers): (() => void) => {
    const cut = new AbortController();
    let closed = false;
    const watch = watchdog(() => cut.abort());
    const end = (thrown: unknown) => {
      watch.stop();
      if (closed) return;
      closed = true;
      handlers.onEnd(cut.signal.aborted ? new RequestFailure('unreachable', 'Silence.') : toFailure(thrown));
    };
    const toFailure = (thrown: unknown) =>
      thrown instanceof RequestFailure
        ? asRequestFailure(thrown)
        : new RequestFailure(wire.isOnline() ? 'unreachable' : 'offline', String(thrown));
    read(wire, channels, cut.signal, handlers, watch).then(() => end('The stream ended.'), end);
    return () => {
      closed = true;
      watch.stop();
      cut.abort();
    };
  };

async function read(
  wire: Wire,
  channels: readonly string[],
  signal: AbortSignal,
  handlers: EventHandlers,
  watch: { touch(): void },
): Promise<void> {
  const query = channels.length === 0 ? '' : `?channels=${channels.map(encodeURIComponent).join(',')}`;
  const response = await wire.fetch(`${wire.basename()}${API_PATH}/events${query}`, {
    credentials: 'include',
    cache: 'no-store',
    headers: { Accept: 'text/event-stream', 'X-Requested-With': 'XMLHttpRequest' },
    signal,
  });
  if (!response.ok || response.body === null) throw await failureOfResponse(response);
  if (!(response.headers.get('Content-Type') ?? '').includes('event-stream')) {
    throw new RequestFailure('no_route', 'Not an event stream.', { status: response.status });
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parse = makeEventParser(handlers.onEvent);
  let opened = false;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    watch.touch();
    if (!opened) handlers.onOpen();
    opened = true;
    parse(decoder.decode(part.value, { stream: true }));
  }
}

function watchdog(onSilence: () => void) {
  let timer = setTimeout(onSilence, FIRST_BYTES_MS);
  return {
    touch: () => {
      clearTimeout(timer);
      timer = setTimeout(onSilence, SILENCE_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
