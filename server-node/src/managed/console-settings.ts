type Texts = Record<string, string | undefined>;

/** Far more than a list of tokens needs. */
const LONGEST = 64 * 1024;

/**
 * The settings as text. The System Console stores numbers as numbers; other things are nothing that it wrote, and are
 * refused rather than left out: without its `Database`, the backend would show an empty list.
 */
export function consoleSettings(
  settings: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  faults: string[],
): Texts {
  const texts: Texts = {};
  for (const key of keys) {
    const values = Object.entries(settings).filter(([name]) => name.toLowerCase() === key.toLowerCase());
    const [text, fault] = textOf(values.map(([, value]) => value));
    texts[key] = text;
    if (fault !== undefined) faults.push(`${key}: Expected ${fault}.`);
  }
  return texts;
}

/** Mattermost hands keys over in lower case; should there be two spellings, nobody knows which one is meant. */
function textOf(values: readonly unknown[]): [text: string | undefined, fault?: string] {
  const [value = null, ...others] = values;
  if (others.length > 0) return [undefined, 'one value; got several under other spellings of the name'];
  if (value === null) return [undefined];
  if (typeof value !== 'string' && typeof value !== 'number')
    return [undefined, `text; got ${kindOf(value)}`];
  const text = String(value);
  if (text.length > LONGEST) return [undefined, `at most ${LONGEST} characters; got ${text.length}`];
  return text.includes('\0') ? [undefined, 'text; got a NUL character in it'] : [text];
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : String(value);
}
