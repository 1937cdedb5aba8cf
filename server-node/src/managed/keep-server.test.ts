import { describe, expect, it } from '@jest/globals';
import { AppError } from '../shared/app-error.ts';
import { keepServer } from './keep-server.ts';

interface Settings {
  name: string;
}

/** Servers that start when told to; a stop ends a start that is under way. */
function play() {
  const log: string[] = [];
  const alone: string[] = [];
  const starts = new Map<string, ReturnType<typeof Promise.withResolvers<undefined>>>();
  /** What servers have still to do when they are told to stop. */
  const work = new Map<string, Promise<unknown>>();
  const keeper = keepServer(
    ({ name }: Settings, earlierOnesClosed: Promise<unknown>) => {
      const start = Promise.withResolvers<undefined>();
      starts.set(name, start);
      void earlierOnesClosed.then(() => alone.push(name));
      return {
        serve: () => void log.push(`${name} serves`),
        server: {
          start: () => start.promise,
          async stop() {
            await work.get(name);
            log.push(`${name} stopped`);
            start.reject(new AppError('stopping', 'Stopped.'));
          },
          address: () => ({ host: '', port: 0 }),
          answerCommand: async () => name,
          hears: {
            message: async () => undefined,
            mention: async () => undefined,
            edited: async () => undefined,
            deleted: async () => undefined,
            returned: async () => undefined,
            reacted: async () => undefined,
            unreacted: async () => undefined,
          },
        },
      };
    },
    () => undefined,
  );
  const serve = () => keeper.serve({} as never, { writeHead() {}, end: () => log.push('refused') } as never);
  return {
    keeper,
    log,
    alone,
    work,
    serve,
    start: (name: string) => starts.get(name),
    opened: () => [...starts.keys()],
  };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('settings taken over without a restart', () => {
  it('lets the first server speak for itself while it starts, and refuses before', async () => {
    const game = play();
    game.serve();
    const used = game.keeper.use({ name: 'a' });
    await soon();
    game.serve();
    game.start('a')?.resolve(undefined);
    await used;
    game.serve();
    expect(game.log).toEqual(['refused', 'a serves', 'a serves']);
  });

  it('lets the first server go on until the second is ready, and stops it then', async () => {
    const game = play();
    const first = game.keeper.use({ name: 'a' });
    await soon();
    game.start('a')?.resolve(undefined);
    await first;
    const second = game.keeper.use({ name: 'b' });
    await soon();
    game.serve();
    game.start('b')?.resolve(undefined);
    await second;
    game.serve();
    expect(game.log).toEqual(['a serves', 'a stopped', 'b serves']);
  });

  it('tells the second when the first has done all that it had begun', async () => {
    const game = play();
    const first = game.keeper.use({ name: 'a' });
    await soon();
    game.start('a')?.resolve(undefined);
    await first;
    const underWay = Promise.withResolvers<undefined>();
    game.work.set('a', underWay.promise);
    const second = game.keeper.use({ name: 'b' });
    await soon();
    game.start('b')?.resolve(undefined);
    await second;
    game.serve();
    await soon();
    expect([game.log, game.alone]).toEqual([['b serves'], ['a']]);
    underWay.resolve(undefined);
    await soon();
    expect([game.log, game.alone]).toEqual([
      ['b serves', 'a stopped'],
      ['a', 'b'],
    ]);
  });

  it('starts nothing for the same settings', async () => {
    const game = play();
    const first = game.keeper.use({ name: 'a' });
    await soon();
    game.start('a')?.resolve(undefined);
    await first;
    await game.keeper.use({ name: 'a' });
    expect([game.opened(), game.log]).toEqual([['a'], []]);
  });

  it('keeps the first server when the second does not start, and says why', async () => {
    const game = play();
    const first = game.keeper.use({ name: 'a' });
    await soon();
    game.start('a')?.resolve(undefined);
    await first;
    const second = game.keeper.use({ name: 'b' });
    await soon();
    game.start('b')?.reject(new AppError('store_unavailable', 'Away.'));
    await expect(second).rejects.toMatchObject({ code: 'store_unavailable' });
    game.serve();
    expect(game.log).toEqual(['b stopped', 'a serves']);
  });

  it('does not wait for a start that newer settings make useless', async () => {
    const game = play();
    const first = game.keeper.use({ name: 'away' });
    await soon();
    const second = game.keeper.use({ name: 'b' });
    await first;
    await soon();
    game.start('b')?.resolve(undefined);
    await second;
    game.serve();
    expect(game.log).toEqual(['away stopped', 'away stopped', 'b serves']);
  });

  it('stops in the middle of a start, and starts nothing afterwards', async () => {
    const game = play();
    const used = game.keeper.use({ name: 'a' });
    await soon();
    await game.keeper.stop();
    await used;
    await game.keeper.use({ name: 'b' });
    game.serve();
    expect([game.opened(), game.log.at(-1)]).toEqual([['a'], 'refused']);
  });
});
