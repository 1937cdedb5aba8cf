import { AppError } from '../../shared/app-error.ts';
import { SECOND_MS } from '../../shared/time.ts';

/** Counts by key what is under way. */
export interface AtOnce {
  /** @returns how to leave, which counts once however often it is called. @throws {AppError} too_many_requests */
  enter(key: string): () => void;
}

export function makeAtOnce(max: number): AtOnce {
  const underWay = new Map<string, number>();
  const leave = (key: string): void => {
    const left = (underWay.get(key) ?? 1) - 1;
    if (left > 0) underWay.set(key, left);
    else underWay.delete(key);
  };
  return {
    enter(key) {
      const count = underWay.get(key) ?? 0;
      if (count >= max) throw tooMany(max);
      underWay.set(key, count + 1);
      let inside = true;
      return () => {
        if (inside) leave(key);
        inside = false;
      };
    },
  };
}

function tooMany(max: number): AppError {
  const message = `At most ${max} requests of one person are taken at once. Wait for the answers to the others.`;
  return new AppError('too_many_requests', message, { details: { retryAfterMs: SECOND_MS } });
}
