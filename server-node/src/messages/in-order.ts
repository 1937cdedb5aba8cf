import type { UserId } from '../shared/ids.ts';
import type { Hears } from './hears.ts';

/** Has what a person wrote answered before it is corrected: both may be told of in the same moment. */
export function inOrder({ message, mention, edited }: Hears): Hears {
  const underWay = new Map<UserId, Promise<unknown>>();

  function noting<Line extends { userId: UserId }>(answer: (line: Line) => Promise<void>) {
    return (line: Line): Promise<void> => {
      const answered = answer(line);
      const all = Promise.allSettled([underWay.get(line.userId), answered]).then(() => {
        if (underWay.get(line.userId) === all) underWay.delete(line.userId);
      });
      underWay.set(line.userId, all);
      return answered;
    };
  }

  return {
    message: noting(message),
    mention: noting(mention),
    edited: noting(async (line) => {
      await underWay.get(line.userId);
      await edited(line);
    }),
  };
}
