import type { ServerKeeper } from './keep-server.ts';
import { untilThere } from './until-there.ts';

/**
 * Runs a server with the settings of the moment. Where there is no server yet, for as long as it takes: each try reads
 * the settings anew. Where there is one, it goes on when the new one does not start.
 *
 * @param onThere a server with other settings than before has taken over
 */
export function makeBringUp<Config>(readConfig: () => Promise<Config>, onThere: () => void) {
  let newest = 0;
  return async (keeper: ServerKeeper<Config>, isWanted: () => boolean): Promise<void> => {
    const turn = ++newest;
    const isNewest = () => turn === newest && isWanted();
    try {
      const isThere = await untilThere(
        async () => keeper.use(await readConfig()),
        () => isNewest() && keeper.server() === undefined,
      );
      if (isThere) onThere();
    } catch (error) {
      // An older turn has nothing to say: the newer one goes on.
      if (isNewest()) throw error;
    }
  };
}
