const ID = /(?<![a-z0-9])[a-z0-9]{26}(?![a-z0-9])/g;

/** Sent as an id that nobody has: it stands for itself. */
const NOBODY = 'aaaaaaaaaaaaaaaaaaaaaaaaaa';

const asWord = (name: string) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'g');

/** What the ids and names of a recording are called on the server that it is played back on. */
export class Bindings {
  readonly #ids = new Map<string, string>([[NOBODY, NOBODY]]);
  readonly #names: [RegExp, string][] = [];

  bindId(recorded: string, live: string): void {
    this.#ids.set(recorded, live);
  }

  /** As a word of its own, in lower case and in capitals. */
  bindName(recorded: string, live: string): void {
    this.#names.push([asWord(recorded), live], [asWord(recorded.toUpperCase()), live.toUpperCase()]);
  }

  liveId(recorded: string): string | undefined {
    return this.#ids.get(recorded);
  }

  /** @throws for an id that nothing has bound yet: the recording needs an earlier entry, or the cast does */
  translate(text: string): string {
    const named = this.#names.reduce((sum, [name, live]) => sum.replaceAll(name, live), text);
    return named.replaceAll(ID, (id) => {
      const live = this.#ids.get(id);
      if (live === undefined) throw new Error(`Nothing on this server is known to be ${id}.`);
      return live;
    });
  }

  translateJson<Value>(value: Value): Value {
    return value === undefined ? value : (JSON.parse(this.translate(JSON.stringify(value))) as Value);
  }
}

export const isRecordedId = (text: string): boolean => /^[a-z0-9]{26}$/.test(text) && !/x{4}/.test(text);

/** Tokens of the recordings are masked, as `fake…xxxx…`. */
export const isMask = (text: string): boolean => /^fake[a-z]+x+\d{3}$/.test(text);
