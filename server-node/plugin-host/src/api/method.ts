import type { AnyGobType, GobType, InOf, OutOf } from '../gob/gob-type.ts';
import { any, emptyStruct, nullable, struct } from '../gob/gob-type.ts';
import { appError } from '../model/server.ts';

/** How a method says no: not at all, with an AppError, or with a plain Go error. */
export type Failure = 'never' | 'appError' | 'error';

/** One API method: its parameters in Go's order and what it returns. */
export interface MethodSpec<Args extends readonly AnyGobType[], Result> {
  readonly parameters: Args;
  readonly argsType: AnyGobType;
  readonly returnsType: AnyGobType;
  readonly failure: Failure;
  readonly hasResult: boolean;
  /** Never set: carries the type only. */
  readonly carries?: Result;
}

export type Call<Spec> =
  Spec extends MethodSpec<infer Args, infer Result>
    ? (...args: { readonly [I in keyof Args]: InOf<Args[I]> }) => Promise<Result>
    : never;

/** Result of methods that answer nothing (or only a failure). */
export const nothing: GobType<void> = emptyStruct as unknown as GobType<void>;

/**
 * Go calls its parameters A, B, C… on the wire, and its results likewise. A struct given without `nullable` must be
 * passed: most of Mattermost's methods crash the whole server on a nil pointer.
 */
export function method<const Args extends readonly AnyGobType[], Result extends AnyGobType>(
  parameters: Args,
  result: Result,
  failure: Failure = 'never',
): MethodSpec<Args, OutOf<Result>> {
  const hasResult = (result as AnyGobType) !== nothing;
  const failures = { never: [], appError: [nullable(appError)], error: [any] }[failure];
  return {
    parameters,
    failure,
    hasResult,
    argsType: parameters.length === 0 ? emptyStruct : struct('Args', lettered(parameters)),
    returnsType: struct('Returns', lettered([...(hasResult ? [result] : []), ...failures])),
  };
}

export function lettered<T>(values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.map((value, index) => [letter(index), value]));
}

export const letter = (index: number): string => String.fromCharCode(65 + index);
