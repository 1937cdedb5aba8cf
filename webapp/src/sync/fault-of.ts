import { asRequestFailure } from '../api/request-failure.ts';
import type { Fault } from '../model/state.ts';

export function faultOf(thrown: unknown): Fault {
  const { kind, code, message } = asRequestFailure(thrown);
  return { kind, code, message };
}
