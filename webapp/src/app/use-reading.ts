import { useEffect, useState } from 'react';
import type { ListRef } from '@todo-node/server/contract/todo-view';
import { useApp, useModel } from './app-context.tsx';
import type { SeenReading } from '../api/views.ts';

/** A pause in typing. With the way to the backend and back, what was understood shows within 150 ms. */
const PAUSE_MS = 80;

export interface Reading {
  /** What was asked about; the field may hold something else by now. */
  text: string;
  view: SeenReading;
}

/**
 * What the backend understands of a text while it is typed. It never holds typing up, and without a connection there
 * is none: the backend then reads the text when it arrives.
 *
 * @param list where it will be, if names in the text say who is to do it there
 */
export function useReading(text: string, isWanted: boolean, list?: ListRef): Reading | null {
  const app = useApp();
  const canAsk = useModel(({ me, connection }) => me?.readsDates === true && connection.kind === 'ok');
  const place = useModel(({ me }) => (me?.takesRequests ? list : undefined));
  const [reading, setReading] = useState<Reading | null>(null);
  const asks = isWanted && canAsk && text !== '';
  useEffect(() => {
    if (!asks) return;
    const cut = new AbortController();
    const { signal } = cut;
    const take = (next: Reading | null) => {
      if (!signal.aborted) setReading(next);
    };
    const ask = () =>
      app.api.explain(text, signal, place).then(
        (view) => take({ text, view }),
        () => take(null),
      );
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      cut.abort();
    };
  }, [app, asks, text, place]);
  // What was understood of one text says nothing of the next one.
  if (!asks && reading !== null) setReading(null);
  return asks ? reading : null;
}
