import type { AnyGobType, InOf } from '../gob/gob-type.ts';
import { any, bool, emptyStruct, int, list, nullable, string, struct } from '../gob/gob-type.ts';
import type { CommandResponse } from '../model/command.ts';
import { commandResponse } from '../model/command.ts';
import { fileData } from '../model/file.ts';
import { goError } from '../model/registered-types.ts';
import { appError } from '../model/server.ts';
import { syncResponse } from '../model/shared-channel.ts';
import type { Answer } from './hook.ts';

/** The hook tells; nobody waits for a result. */
export const told: Answer<void> = { type: emptyStruct, reply: () => ({}), failed: () => ({}) };

const errorReturns = struct('Returns', { A: any });

/** What the handler throws is shown by Mattermost: on activation in the System Console. */
export const mayRefuse: Answer<void> = {
  type: errorReturns,
  reply: () => ({}),
  failed: ({ message }) => ({ A: goError(message) }),
};

/** A result beside a possible error. What the handler throws goes to Mattermost's log. */
export function resultOrError<T extends AnyGobType>(type: T): Answer<InOf<T>> {
  return {
    type: struct('Returns', { A: type, B: any }),
    reply: (result) => ({ A: result }),
    failed: ({ message }) => ({ B: goError(message) }),
  };
}

export const rowCount = resultOrError(int);
export const supportFiles = resultOrError(list(fileData));
export const syncReport = resultOrError(nullable(syncResponse));

/** Yes or no; a failure is a no. */
export const yesOrNo: Answer<boolean> = {
  type: struct('Returns', { A: bool }),
  reply: (result) => ({ A: result }),
  failed: () => ({}),
};

/** May say why not, in `B`: the first result is Mattermost's own object, which stays as it is. */
export const mayVeto: Answer<void> = {
  type: struct('Returns', { B: any }),
  reply: () => ({}),
  failed: ({ message }) => ({ B: goError(message) }),
};

/** A text says why not. A handler that fails refuses nobody. */
export const refusal: Answer<string | undefined> = {
  type: struct('Returns', { A: string }),
  reply: (reason) => ({ A: reason }),
  failed: () => ({}),
};

/** A text says why not. A failure is left to Mattermost, which lets pass, or may refuse where a plugin guards the channel. */
export const guardedRefusal: Answer<string | undefined> = { type: refusal.type, reply: refusal.reply };

const COMMAND_FAILED = 'Something went wrong while running this command. The server log has the details.';

/** Nothing returned shows nothing. A failure is told to the person; an RPC error would read "command not found". */
export const commandAnswer: Answer<CommandResponse | undefined> = {
  type: struct('Returns', { A: nullable(commandResponse), B: nullable(appError) }),
  reply: (response) => ({ A: response ?? {} }),
  failed: () => ({ A: { ResponseType: 'ephemeral', Text: COMMAND_FAILED } }),
};
