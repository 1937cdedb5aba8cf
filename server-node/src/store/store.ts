import type { Outbox } from '../replies/ports.ts';
import type { LivingPostReader } from '../living-posts/ports.ts';
import type { PersonSettingsReader } from '../person-settings/ports.ts';
import type { Logger } from '../shared/logger.ts';
import type { Clock, EpochMs } from '../shared/time.ts';
import type { NewId } from '../todos/new-id.ts';
import type { TodoStore } from '../todos/ports.ts';
import type { WakeUps } from '../wake-ups/ports.ts';

/** What is made up at its first use, and is the same from then on for all processes on this database. */
export type SecretOf = (name: string) => Promise<string>;

export interface Store {
  todos: TodoStore;
  outbox: Outbox;
  wakeUps: WakeUps;
  livingPosts: LivingPostReader;
  secretOf: SecretOf;
  people: PersonSettingsReader;
  /** Before it nothing can be known of what was done elsewhere. */
  madeAt: EpochMs;
  /** Waits for what is under way; nothing may be asked of the store afterwards. */
  close(): Promise<void>;
}

export interface StoreDeps {
  logger: Logger;
  now: Clock;
  newId: NewId;
  /** PostgreSQL only: where the tables are; default `todo_node`. */
  schema?: string;
  /** PostgreSQL only: connections at once; default 10. */
  poolSize?: number;
}
