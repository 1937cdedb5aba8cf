import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EventHandlers } from '../api/open-events.ts';
import type { StreamEvent } from '../api/event-parser.ts';
import { RequestFailure, type FailureKind } from '../api/request-failure.ts';
import { startSharedStream } from './shared-stream.ts';

/** The windows of one browser: a bus between them, one lock, and the streams they opened. */
function makeBrowser() {
  const windows = new Set<(event: MessageEvent) => void>();
  const queue: (() => void)[] = [];
  const streams: { channels: readonly string[]; handlers: EventHandlers; open: boolean }[] = [];
  let isHeld = false;

  function takeLock(): void {
    const next = isHeld ? undefined : queue.shift();
    if (next === undefined) return;
    isHeld = true;
    next();
  }

  const locks = {
    request: (_name: string, _options: unknown, held: () => Promise<void>) =>
      new Promise<void>((resolve) => {
        queue.push(() => void held().then(() => ((isHeld = false), resolve(), takeLock())));
        takeLock();
      }),
  } as unknown as LockManager;

  function makeChannel(): BroadcastChannel {
    let own: ((event: MessageEvent) => void) | null = null;
    return {
      addEventListener: (_type: string, listener: (event: MessageEvent) => void) =>
        windows.add((own = listener)),
      removeEventListener: (_type: string, listener: (event: MessageEvent) => void) =>
        windows.delete(listener),
      postMessage: (data: unknown) =>
        windows.forEach((listener) => listener !== own && listener({ data } as MessageEvent)),
      close: () => undefined,
    } as unknown as BroadcastChannel;
  }

  function openWindow(shares = true) {
    const events: StreamEvent[] = [];
    const states: boolean[] = [];
    const failures: (FailureKind | null)[] = [];
    const stream = startSharedStream({
      name: 'stream',
      open: (channels, handlers) => {
        const entry = { channels, handlers, open: true };
        streams.push(entry);
        return () => void (entry.open = false);
      },
      locks: shares ? locks : undefined,
      channel: shares ? makeChannel() : undefined,
      random: () => 0,
      onEvent: (event) => events.push(event),
      onState: (live, failure) => {
        states.push(live);
        failures.push(failure);
      },
    });
    return { ...stream, events, states, failures };
  }
  return { openWindow, streams, open: () => streams.filter((one) => one.open) };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const settle = (ms = 5) => jest.advanceTimersByTimeAsync(ms);
const EVENT: StreamEvent = { name: 'change', data: '{}' };

describe('the event stream of a browser', () => {
  it('is one for all windows, for all the channels they look at', async () => {
    const browser = makeBrowser();
    const first = browser.openWindow();
    first.want(['c1']);
    const second = browser.openWindow();
    second.want(['c2']);
    await settle(350);
    expect(browser.open().map((one) => one.channels)).toEqual([['c1', 'c2']]);
    first.stop();
    second.stop();
  });

  it('reaches every window', async () => {
    const browser = makeBrowser();
    const windows = [browser.openWindow(), browser.openWindow()];
    await settle();
    browser.open()[0]?.handlers.onOpen();
    browser.open()[0]?.handlers.onEvent(EVENT);
    expect(windows.map((one) => one.events)).toEqual([[EVENT], [EVENT]]);
    expect(windows.map((one) => one.states)).toEqual([[true], [true]]);
    windows.forEach((one) => one.stop());
  });

  it('tells every window why it broke off', async () => {
    const browser = makeBrowser();
    const windows = [browser.openWindow(), browser.openWindow()];
    await settle();
    browser.open()[0]?.handlers.onEnd(new RequestFailure('unreachable', 'Silence.'));
    expect(windows.map((one) => one.failures)).toEqual([['unreachable'], ['unreachable']]);
    windows.forEach((one) => one.stop());
  });

  it('is taken over when its window closes, with the channels of those who stay', async () => {
    const browser = makeBrowser();
    const first = browser.openWindow();
    const second = browser.openWindow();
    second.want(['c2']);
    await settle();
    first.stop();
    await settle();
    expect(browser.open().map((one) => one.channels)).toEqual([['c2']]);
    second.stop();
    expect(browser.open()).toEqual([]);
  });

  it('stays closed when somebody wants channels after the stop', async () => {
    const browser = makeBrowser();
    const only = browser.openWindow();
    await settle();
    only.stop();
    only.want(['c1']);
    await settle(350);
    expect(browser.open()).toEqual([]);
  });

  it('is one for each window where the browser shares nothing', async () => {
    const browser = makeBrowser();
    const windows = [browser.openWindow(false), browser.openWindow(false)];
    windows.forEach((one) => one.want([]));
    await settle();
    expect(browser.open()).toHaveLength(2);
    windows[0]?.hidden();
    expect(browser.open()).toHaveLength(1);
    windows[0]?.wake();
    expect(browser.open()).toHaveLength(2);
    windows.forEach((one) => one.stop());
  });
});
