import { lettered } from '../api/method.ts';
import type { AnyGobType, OutOf } from '../gob/gob-type.ts';
import { any, emptyStruct, nullable, struct, string } from '../gob/gob-type.ts';
import { commandResponse } from '../model/command.ts';
import type { CommandResponse } from '../model/command.ts';
import { goError } from '../model/registered-types.ts';
import { post } from '../model/post.ts';
import type { PostInput } from '../model/post.ts';
import { appError } from '../model/server.ts';

/** How a handler's result, or what it threw, becomes the hook's reply. */
export interface Answer<Result> {
  readonly type: AnyGobType;
  readonly reply: (result: Result) => unknown;
  /** Undefined leaves the failure to the caller, who sees an RPC error and goes on as if nobody had answered. */
  readonly failed?: (error: Error) => unknown;
}

export interface HookSpec<Args extends readonly AnyGobType[], Result> {
  readonly argsType: AnyGobType;
  readonly parameterCount: number;
  readonly answer: Answer<Result>;
  /** Takes out of the arguments what no handler shall see. */
  readonly redact: (args: Record<string, unknown>) => void;
  /** Never set: carries the type only. */
  readonly carries?: Args;
}

export type Handler<Spec> =
  Spec extends HookSpec<infer Args, infer Result>
    ? (...args: { readonly [I in keyof Args]: OutOf<Args[I]> }) => Result | Promise<Result>
    : never;

export function hook<const Args extends readonly AnyGobType[], Result>(
  parameters: Args,
  answer: Answer<Result>,
  redact: (args: Record<string, unknown>) => void = () => undefined,
): HookSpec<Args, Result> {
  const argsType = parameters.length === 0 ? emptyStruct : struct('Args', lettered(parameters));
  return { argsType, parameterCount: parameters.length, answer, redact };
}

/** The hook tells; nobody waits for a result. */
export const told: Answer<void> = { type: emptyStruct, reply: () => ({}), failed: () => ({}) };

const errorReturns = struct('Returns', { A: any });

/** What the handler throws is shown by Mattermost: on activation in the System Console. */
export const mayRefuse: Answer<void> = {
  type: errorReturns,
  reply: () => ({}),
  failed: ({ message }) => ({ A: goError(message) }),
};

const COMMAND_FAILED = 'Something went wrong while running this command. The server log has the details.';

/** Nothing returned shows nothing. A failure is told to the person; an RPC error would read "command not found". */
export const commandAnswer: Answer<CommandResponse | undefined> = {
  type: struct('Returns', { A: nullable(commandResponse), B: nullable(appError) }),
  reply: (response) => ({ A: response ?? {} }),
  failed: () => ({ A: { ResponseType: 'ephemeral', Text: COMMAND_FAILED } }),
};

/** Nothing lets the post pass; a post replaces it (fields left out stay as they were); a string refuses it. */
export type PostDecision = PostInput | string | undefined;

export const postDecision: Answer<PostDecision> = {
  type: struct('Returns', { A: nullable(post), B: string }),
  reply: (decision) =>
    typeof decision === 'string' ? { B: decision } : decision === undefined ? {} : { A: decision },
  failed: () => ({}),
};
