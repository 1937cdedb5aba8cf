import type { Response } from 'express';
import { BYE_EVENT } from '../../contract/api.ts';
import { SECOND_MS } from '../../shared/time.ts';
import { eventFrame } from './event-frame.ts';

/** One browser's open `GET /events`. */
export interface EventStream {
  /** Writes a frame; a reader that lets too much pile up is sent away. */
  write(frame: string): void;
  /**
   * Runs jobs of this stream one after another, so that its events keep their order.
   * @returns false when too many wait already, and this one is not taken
   */
  run(job: () => Promise<void>): boolean;
  /** Tells the browser to connect again, and ends the stream. */
  bye(): void;
}

/** In bytes, of one stream that does not read what it is sent. */
const MAX_UNREAD = 256 * 1024;
const MAX_WAITING_JOBS = 200;
/** For reading the last words. */
const LAST_WORDS_MS = 5 * SECOND_MS;

export function makeEventStream(res: Response, onFailure: (error: unknown) => void): EventStream {
  let ended = false;
  let waiting = 0;
  let tail: Promise<void> = Promise.resolve();
  res.once('close', () => (ended = true));
  const bye = () => {
    if (ended) return;
    ended = true;
    res.end(eventFrame(BYE_EVENT, '{}'));
    setTimeout(() => res.destroy(), LAST_WORDS_MS).unref();
  };
  return {
    bye,
    write(frame) {
      if (ended) return;
      if (res.writableLength > MAX_UNREAD) return bye();
      res.write(frame);
    },
    run(job) {
      if (waiting >= MAX_WAITING_JOBS) return false;
      waiting += 1;
      const work = async () => {
        waiting -= 1;
        if (!ended) await job();
      };
      tail = tail.then(work).catch((error: unknown) => {
        onFailure(error);
        bye();
      });
      return true;
    },
  };
}
