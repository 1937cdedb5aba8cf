import { lettered } from '../api/method.ts';
import type { AnyGobType, OutOf } from '../gob/gob-type.ts';
import { emptyStruct, struct } from '../gob/gob-type.ts';

/** How a handler's result, or what it threw, becomes the hook's reply. */
export interface Answer<Result> {
  readonly type: AnyGobType;
  /** @param args the hook's own, for hooks whose reply must be complete */
  readonly reply: (result: Result, args: Readonly<Record<string, unknown>>) => unknown;
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
