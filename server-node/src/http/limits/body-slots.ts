import type { RequestHandler, Response } from 'express';
import { AppError } from '../../shared/app-error.ts';
import { SECOND_MS } from '../../shared/time.ts';
import { errorResponse } from '../errors/error-response.ts';
import { requestIdOf } from '../request-state.ts';
import { sendJson } from '../send-json.ts';

/** Waited for at once, of all senders together: a tenth of what Mattermost may hand over at once. */
const MOST = 100;
/** Mattermost sends a body together with its head, and a proxy waits for all of it before it passes it on. */
const LONGEST_MS = 5 * SECOND_MS;

type Refuse = (error: AppError) => void;

/**
 * For requests whose body is read before anybody knows who sends it: few are waited for, and not for long, so that
 * they leave room for people. With one too many, the one that has been waited for longest is given up: what comes at
 * its proper speed is read even while somebody holds all other places.
 *
 * @param longestMs of one body; tests that are not about it wait as long as it takes
 */
export function makeBodySlots(longestMs = LONGEST_MS): RequestHandler {
  const waitedFor = new Set<Refuse>();
  return (req, res, next) => {
    const refuse: Refuse = (error) => {
      leave();
      answerAndClose(res, error);
    };
    const timer = setTimeout(() => refuse(tooSlow(longestMs)), longestMs);
    const leave = (): void => {
      clearTimeout(timer);
      waitedFor.delete(refuse);
    };
    req.once('end', leave);
    res.once('close', leave);
    const [longest] = waitedFor.size < MOST ? [] : waitedFor;
    longest?.(tooMany());
    waitedFor.add(refuse);
    next();
  };
}

/** The rest of a body that was given up can still come before its connection is closed. */
export const unlessGivenUp: RequestHandler = (_req, res, next) => {
  if (!res.headersSent) next();
};

/** Without the close, Mattermost would keep the answer back until it has read the rest. */
function answerAndClose(res: Response, error: AppError): void {
  if (res.headersSent) return;
  const { status, body, retryAfterSeconds } = errorResponse(error, requestIdOf(res));
  res.setHeader('Connection', 'close');
  if (retryAfterSeconds !== undefined) res.setHeader('Retry-After', String(retryAfterSeconds));
  sendJson(res, status, body);
}

const tooSlow = (longestMs: number): AppError =>
  new AppError('too_slow', `The request did not arrive within ${longestMs / SECOND_MS} seconds.`);

const tooMany = (): AppError =>
  new AppError('too_many_requests', 'Too many requests are only half here. Send this one again, at once.', {
    details: { retryAfterMs: SECOND_MS },
  });
