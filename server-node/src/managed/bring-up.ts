import type { ServerKeeper } from './keep-server.ts';
import { untilThere } from './until-there.ts';

/**
 * Runs a server with the settings of the moment. Where there is no server yet, for as long as it takes: each try reads
 * the settings anew. Where there is one, it goes on when the new one does not start.
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
      const isThere = await untilThere(
        async () => keeper.use(await readConfig()),
        () => isNewest() && keeper.server() === undefined,
      );
      if (isThere) onThere();
      return isNewest();
    } catch (error) {
      // An older turn has nothing to say: the newer one goes on.
      if (isNewest()) throw error;
      return false;
    }
  };
}
