import type { ServerKeeper } from './keep-server.ts';

/**
 * Runs a server with the settings of the moment. While its database is away it waits, until newer settings take its
 * place. Where there is a server already, that one goes on meanwhile, and when the new one does not start.
 *
 * @param onThere a server with other settings than before has taken over
 * @returns of the act: whether the settings it read are in use; not when a newer one has taken its turn
 */
export function makeBringUp<Config>(readConfig: () => Promise<Config>, onThere: () => void) {
  let newest = 0;
  return async (keeper: ServerKeeper<Config>, isWanted: () => boolean): Promise<boolean> => {
    const turn = ++newest;
    const isNewest = () => turn === newest && isWanted();
    try {
      if (await keeper.use(await readConfig())) onThere();
      return isNewest();
    } catch (error) {
      // An older turn has nothing to say: the newer one goes on.
      if (isNewest()) throw error;
      return false;
    }
  };
}
