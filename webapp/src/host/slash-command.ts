import type { CommandView } from '@todo-node/server/contract/api';
import type { CommandArgs, CommandVerdict } from './registry.ts';

export interface CommandDeps {
  /** Runs what was typed after `/todo`: on the person's own list, or after `here` on that of the channel. */
  run(line: string, args: CommandArgs): Promise<CommandView>;
  show(answer: string, args: CommandArgs): void | Promise<void>;
  /** False where there is no place for it, as in a window with a single thread. */
  openSidebar(): boolean;
  /** What the person reads in the composer, where the draft stays. */
  explain(thrown: unknown): string;
}

/** `/todo`, then the end or white space, as Chinese and Japanese keyboards write it too. */
const OURS = /^\/todo(?=$|[\s\u3000])/i;

/** Where there is nothing to open, the backend says where the sidebar is. */
const OPEN = /^open$/i;

/** @returns what follows `/todo`, as typed; `null` for anything that is not ours (`/todos`, `/todo-x`) */
export function todoLine(message: string): string | null {
  const match = OURS.exec(message);
  return match === null ? null : message.slice(match[0].length).trim();
}

/**
 * Answers `/todo` without the server's slash command. A failure is never passed on to the server: where
 * the command is unknown there, a second Enter would post the private line to the channel.
 */
export function makeCommandHook(deps: CommandDeps) {
  return async (message: string, args: CommandArgs): Promise<CommandVerdict> => {
    const line = todoLine(message);
    if (line === null) return undefined;
    if (OPEN.test(line) && deps.openSidebar()) return {};
    try {
      const { answer } = await deps.run(line, args);
      await deps.show(answer, args);
      return {};
    } catch (thrown) {
      return { error: { message: deps.explain(thrown) } };
    }
  };
}
