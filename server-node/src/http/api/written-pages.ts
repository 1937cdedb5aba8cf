import { LRUCache } from 'lru-cache';
import type { ListView } from '../../contract/todo-view.ts';
import type { ChannelId, UserId } from '../../shared/ids.ts';
import type { ListRow, Page, PageQuery } from '../../todos/ports.ts';
import type { TodoId } from '../../todos/todo.ts';
import { sourceChannels } from '../views/source-visibility.ts';
import { todoView } from '../views/todo-view.ts';

/** Of all pages together, in bytes as they are sent: some 400 pages of 100 short to-dos. */
const MOST_BYTES = 16 * 1024 * 1024;
/** A page with long notes is written anew each time, so that a few of them do not push all others out. */
const MOST_BYTES_OF_ONE = MOST_BYTES / 16;
/** For its key, its map and its place. */
const OVERHEAD_BYTES = 500;

/** The part of a list's answer that stays the same as long as its revision does. */
type WrittenView = Pick<ListView, 'todos' | 'next' | 'doneBy' | 'program'>;

interface WrittenPage extends PageText {
  readonly revision: number;
  /** The channels of the messages that its to-dos were made from. */
  readonly sources: ReadonlySet<ChannelId>;
}

export interface ReadPage {
  page: Page;
  doneBy: ReadonlyMap<TodoId, UserId>;
}

/** @returns those of the channels that the reader may not read now */
export type HiddenAmong = (channels: ReadonlySet<ChannelId>) => Promise<ReadonlySet<ChannelId>>;

export interface PageText {
  /** A JSON object, in UTF-8. */
  readonly text: Buffer;
  /** The channels whose messages it does not tell of. */
  readonly hidden: ReadonlySet<ChannelId>;
}

/**
 * Keeps the pages of lists as they are sent. Each change of a list gives it another revision, so a page that is kept
 * is good as long as the list has the revision with which it was read. Who may see what of it is asked each time, and
 * the page is kept as its last reader may see it.
 */
export function makeWrittenPages(mostBytes = MOST_BYTES) {
  const pages = new LRUCache<string, WrittenPage>({
    maxSize: mostBytes,
    maxEntrySize: Math.min(mostBytes, MOST_BYTES_OF_ONE),
    sizeCalculation: ({ text }) => text.length + OVERHEAD_BYTES,
  });
  return async (
    list: ListRow,
    query: PageQuery,
    hiddenAmong: HiddenAmong,
    read: () => Promise<ReadPage>,
  ): Promise<PageText> => {
    const key = [list.id, query.state, query.limit, query.cursor ?? ''].join(' ');
    const kept = pages.get(key);
    if (kept?.revision === list.revision) {
      const hidden = await hiddenAmong(kept.sources);
      if (isSame(hidden, kept.hidden)) return kept;
    }
    const fresh = await read();
    const sources = sourceChannels(fresh.page.todos);
    const hidden = await hiddenAmong(sources);
    const written = { revision: list.revision, sources, hidden, text: write(fresh, hidden) };
    pages.set(key, written);
    return written;
  };
}

function write({ page, doneBy }: ReadPage, hidden: ReadonlySet<ChannelId>): Buffer {
  const view: WrittenView = {
    todos: page.todos.map((todo) => todoView(todo, hidden, 'anyReader')),
    next: page.next,
    doneBy: Object.fromEntries(doneBy),
    program: null,
  };
  return Buffer.from(JSON.stringify(view));
}

const isSame = (some: ReadonlySet<ChannelId>, others: ReadonlySet<ChannelId>): boolean =>
  some.size === others.size && [...some].every((id) => others.has(id));
