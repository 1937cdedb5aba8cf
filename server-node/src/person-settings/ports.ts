import type { UserId } from '../shared/ids.ts';

/** What a person set, as it is kept. */
export interface StoredSettings {
  readonly personId: UserId;
  /** JSON, of which another version may understand more. */
  readonly document: unknown;
  /** Grows by one with each change; 0: nothing was ever set. */
  readonly version: number;
}

export interface PersonSettingsReader {
  /** Of those who ever set anything. */
  settingsOf(people: readonly UserId[]): Promise<ReadonlyMap<UserId, StoredSettings>>;
}

/** Within a transaction. */
export interface PersonSettingsWriter extends PersonSettingsReader {
  /** Keeps others from changing them until the end of the transaction. */
  lock(person: UserId): Promise<StoredSettings>;
  /** What was locked before. */
  save(settings: StoredSettings): Promise<void>;
}
