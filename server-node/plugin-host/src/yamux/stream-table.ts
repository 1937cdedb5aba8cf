import type { YamuxStream } from './yamux-stream.ts';

/**
 * The open streams by their ids. No `Map`: one whose entries come and go is copied again and again, and in V8 each
 * former copy leads to the next. A single copy among the old objects would keep all streams since then, with the
 * requests they belonged to, until the next full collection.
 */
export class StreamTable {
  readonly #streams: Record<number, YamuxStream> = {};
  size = 0;

  get(id: number): YamuxStream | undefined {
    return this.#streams[id];
  }

  has(id: number): boolean {
    return this.#streams[id] !== undefined;
  }

  add(stream: YamuxStream): void {
    if (!this.has(stream.id)) this.size++;
    this.#streams[stream.id] = stream;
  }

  delete(id: number): void {
    if (!this.has(id)) return;
    this.size--;
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a Map is what this takes the place of
    delete this.#streams[id];
  }

  all(): YamuxStream[] {
    return Object.values(this.#streams);
  }
}
