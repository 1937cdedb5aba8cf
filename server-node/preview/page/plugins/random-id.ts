const ALPHABET = 'ybndrfg8ejkmcpqxot1uwisza345h769';

export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => ALPHABET[byte % 32]).join('');
