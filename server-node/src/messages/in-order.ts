import type { UserId } from '../shared/ids.ts';
import type { Hears } from './hears.ts';

/** Has what a person did answered before it is corrected or taken back: both may be told of in the same moment. */
export function inOrder({ message, mention, edited, reacted, unreacted, ...rest }: Hears): Hears {
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

  const afterwards = <Line extends { userId: UserId }>(answer: (line: Line) => Promise<void>) =>
    noting(async (line: Line) => {
      await underWay.get(line.userId);
      await answer(line);
    });

  return {
    message: noting(message),
    mention: noting(mention),
    edited: afterwards(edited),
    // It may have been taken away a moment before.
    reacted: afterwards(reacted),
    unreacted: afterwards(unreacted),
    ...rest,
  };
}
