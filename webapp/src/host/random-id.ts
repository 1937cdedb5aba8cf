const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Works on plain http too, where `crypto.randomUUID` is missing. */
export function randomId(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
}
