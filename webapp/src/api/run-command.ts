import type { CommandBody, CommandView } from '@todo-node/server/contract/api';
import type { ListRef } from '@todo-node/server/contract/todo-view';
import { asRequestFailure } from './request-failure.ts';
import type { Request } from './request.ts';
import { parseCommand } from './views.ts';

/** An external program may take 30 s; the backend ends it then and answers. */
const PROGRAM_TIME_OUT_MS = 35_000;

export const makeRunCommand = (request: Request) => {
  const run = async (ref: ListRef, body: CommandBody): Promise<CommandView> => {
    const path = `/lists/${encodeURIComponent(ref)}/commands`;
    return parseCommand((await request(path, { method: 'POST', body, timeOutMs: PROGRAM_TIME_OUT_MS })).body);
  };
  return (ref: ListRef, body: CommandBody): Promise<CommandView> =>
    run(ref, body).catch((thrown: unknown) => {
      const { channelId, ...rest } = body;
      // A backend of 0.3 refuses the channel as a field that it does not know.
      if (channelId === undefined || asRequestFailure(thrown).status !== 400) throw thrown;
      return run(ref, rest);
    });
};
