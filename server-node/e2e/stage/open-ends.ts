import type { Page } from 'playwright-core';
import type { Visit } from './visit.ts';

/** What the plugin has started in a page and not yet ended. */
export interface OpenEnds {
  /** On `window` and `document`, by name of the event. */
  listeners: string[];
  /** How long each was set for, in ms. */
  timers: number[];
  /** Event streams that are open. */
  streams: number;
  /** Event streams that were ever opened. */
  opened: number;
  /** Style elements, and elements of ours in the page. */
  styles: number;
  ours: number;
}

declare global {
  interface Window {
    openEnds: () => OpenEnds;
  }
}

/** Watches from before the page's own scripts on. Calls from the plugin are known by its address on the stack. */
export const watchOpenEnds = async (page: Page): Promise<void> => {
  await page.addInitScript(instrument);
};

export const openEnds = ({ page }: Visit): Promise<OpenEnds> => page.evaluate(() => window.openEnds());

/** Runs in the page, so it stands alone. */
function instrument(): void {
  const isOurs = () => /\/plugins\/todo-node\//.test(new Error().stack ?? '');
  const listeners: { target: EventTarget; type: string; listener: unknown }[] = [];
  const timers = new Map<unknown, number>();
  let [streams, opened] = [0, 0];

  for (const target of [window, document] as EventTarget[]) {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    target.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
      if (isOurs()) listeners.push({ target, type, listener });
      add(type, listener, options);
    };
    target.removeEventListener = (type: string, listener: EventListener, options?: EventListenerOptions) => {
      const at = listeners.findIndex(
        (one) => one.target === target && one.type === type && one.listener === listener,
      );
      if (at >= 0) listeners.splice(at, 1);
      remove(type, listener, options);
    };
  }

  const [setTimer, clearTimer, setRepeating] = [window.setTimeout, window.clearTimeout, window.setInterval];
  const forget = (id?: number) => {
    timers.delete(id);
    clearTimer(id);
  };
  Object.assign(window, {
    setTimeout: (work: () => void, delayMs = 0) => {
      const ours = isOurs();
      const id = setTimer(() => {
        timers.delete(id);
        work();
      }, delayMs);
      if (ours) timers.set(id, delayMs);
      return id;
    },
    setInterval: (work: () => void, delayMs = 0) => {
      const id = setRepeating(work, delayMs);
      if (isOurs()) timers.set(id, delayMs);
      return id;
    },
    clearTimeout: forget,
    clearInterval: forget,
  });

  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    if (!String(input).includes('/plugins/todo-node/api/v1/events')) return plainFetch(input, init);
    opened += 1;
    streams += 1;
    let counted = true;
    const end = () => {
      if (counted) streams -= 1;
      counted = false;
    };
    init?.signal?.addEventListener('abort', end);
    return plainFetch(input, init).catch((error: unknown) => {
      end();
      throw error;
    });
  };
  const PlainEventSource = window.EventSource;
  window.EventSource = class extends PlainEventSource {
    constructor(address: string | URL, options?: EventSourceInit) {
      super(address, options);
      if (String(address).includes('/plugins/todo-node/')) streams += 1;
    }
  };

  window.openEnds = () => ({
    listeners: listeners.map(({ type }) => type),
    timers: [...timers.values()],
    streams,
    opened,
    styles: [...document.querySelectorAll('style')].filter((one) => one.textContent?.includes('todo-node-'))
      .length,
    ours: document.querySelectorAll('[class*="todo-node-"], [id^="todo-node-"]').length,
  });
}
