import type { Api } from '../api/api.ts';
import type { ModelAction } from '../model/actions.ts';
import type { ModelState } from '../model/state.ts';

/** What all parts of the synchronisation share. */
export interface SyncDeps {
  api: Api;
  read: () => ModelState;
  dispatch: (action: ModelAction) => void;
  now: () => number;
  random: () => number;
}
