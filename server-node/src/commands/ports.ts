import type { ProgramLists, TodoProgram } from '../program/ports.ts';
import type { Languages } from '../program/texts/languages.ts';
import type { Outbox } from '../replies/ports.ts';
import type { Background } from '../shared/background.ts';
import type { Logger } from '../shared/logger.ts';
import type { Clock } from '../shared/time.ts';

/** What the answer to a typed command needs from outside. */
export interface CommandDeps {
  program: TodoProgram;
  /** `null` with the built-in program. */
  programLists: ProgramLists | null;
  languages: Pick<Languages, 'ofPerson'>;
  outbox: Pick<Outbox, 'add'>;
  /** Makes text of people unable to mention anyone. */
  escapeMentions(markdown: string): string;
  background: Background;
  logger: Logger;
  now: Clock;
}
