import type { Response } from 'express';
import type { Caller } from '../callers/ports.ts';
import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';

/** What the layers in front of a handler found out about a request, kept in `res.locals`. */
interface RequestState {
  requestId?: string;
  caller?: Caller;
  actorId?: UserId;
  leave?: () => void;
}

const stateOf = (res: Response) => res.locals as RequestState;

export const requestIdOf = (res: Response): string => stateOf(res).requestId ?? '';

export function setRequestId(res: Response, requestId: string): void {
  stateOf(res).requestId = requestId;
}

export function setCaller(res: Response, caller: Caller): void {
  stateOf(res).caller = caller;
}

/** For whom a webhook or a command came; only for the log. */
export function setActor(res: Response, userId: UserId): void {
  stateOf(res).actorId = userId;
}

export const actorOf = (res: Response): UserId | undefined =>
  stateOf(res).caller?.userId ?? stateOf(res).actorId;

/** @param leave counts the request no longer among those of its person that are under way */
export function setLeave(res: Response, leave: () => void): void {
  stateOf(res).leave = leave;
}

/** Gives the request's place back before the end of its answer, which goes on for hours. */
export const leaveEarly = (res: Response): void => stateOf(res).leave?.();

/** @throws {AppError} not_signed_in when nobody was identified, so that a forgotten check refuses. */
export function callerOf(res: Response): Caller {
  const { caller } = stateOf(res);
  if (caller === undefined) throw new AppError('not_signed_in', 'Sign in to Mattermost first.');
  return caller;
}
