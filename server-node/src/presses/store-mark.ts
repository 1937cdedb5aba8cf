import type { Signer } from './signer.ts';

/** Tells one store from another, to anybody. Nothing can be done with it. Undefined until it is known. */
export type StoreMark = () => string | undefined;

/** Enough that no two stores have the same. */
const LENGTH = 16;

/** The same in all processes on one store. Asked for at once, and whenever it is not known yet. */
export function makeStoreMark(signer: Pick<Signer, 'sign'>): StoreMark {
  let mark: string | undefined;
  let asking: Promise<void> | undefined;
  const ask = async (): Promise<void> => {
    mark = (await signer.sign('store', {})).signature.slice(0, LENGTH);
  };
  const storeMark: StoreMark = () => {
    if (mark === undefined)
      asking ??= ask()
        .catch(() => undefined)
        .finally(() => (asking = undefined));
    return mark;
  };
  storeMark();
  return storeMark;
}
