import type { SettingsStateView } from '../contract/api.ts';

/** What became of the settings that were saved last. */
export interface SettingsState {
  taken(): void;
  /** @param reason a line for each fault, without secrets */
  refused(reason: string): void;
  view(): SettingsStateView;
}

export function makeSettingsState(): SettingsState {
  let refused: string[] = [];
  return {
    taken: () => void (refused = []),
    refused: (reason) => void (refused = reason.split('\n')),
    view: () => ({ refused }),
  };
}
