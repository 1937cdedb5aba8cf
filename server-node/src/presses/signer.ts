import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Signed } from '../replies/pressable.ts';

/** A sentence of one purpose is worth nothing for another. */
export type Purpose = 'press' | 'form' | 'store';

export interface Signer {
  sign(purpose: Purpose, said: object): Promise<Signed>;
  /** @returns what was said; undefined when these are not the words of this backend */
  read(purpose: Purpose, signed: Signed): Promise<unknown>;
}

/** @param secret the same in all processes; asked for at the first use */
export function makeSigner(secret: () => Promise<string>): Signer {
  let key: Promise<string> | undefined;
  const signatureOf = async (purpose: Purpose, sentence: string): Promise<Buffer> => {
    key ??= secret().catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return createHmac('sha256', await key)
      .update(`${purpose}\n${sentence}`)
      .digest();
  };
  return {
    async sign(purpose, said) {
      const sentence = JSON.stringify(said);
      return { sentence, signature: (await signatureOf(purpose, sentence)).toString('base64url') };
    },
    async read(purpose, { sentence, signature }) {
      const expected = await signatureOf(purpose, sentence);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return JSON.parse(sentence) as unknown;
    },
  };
}
