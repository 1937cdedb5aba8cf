import { newId } from '../site/ids.ts';

const LIFE_MS = 30 * 60 * 1000;
const USES = 5;

/** For whom and where a command was typed; a late answer goes there. */
export interface CommandPlace {
  trigger: string;
  userId: string;
  channelId: string;
  rootId: string;
}

interface ResponseUrl {
  place: CommandPlace;
  madeAt: number;
  uses: number;
}

export class ResponseUrls {
  readonly #urls = new Map<string, ResponseUrl>();

  issue(place: CommandPlace, now: number): string {
    const id = newId();
    this.#urls.set(id, { place, madeAt: now, uses: 0 });
    return id;
  }

  /** Counts as a use. */
  use(id: string, now: number): CommandPlace | 'unknown' | 'used up' {
    const url = this.#urls.get(id);
    if (url === undefined || now - url.madeAt > LIFE_MS) return 'unknown';
    if (url.uses >= USES) return 'used up';
    url.uses += 1;
    return url.place;
  }
}
