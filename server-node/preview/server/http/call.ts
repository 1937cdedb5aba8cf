import type { Request, Response } from 'express';
import type { Json, Session, User } from '../site/records.ts';
import { isId } from '../site/ids.ts';
import { invalidBody, invalidUrlParam } from './mattermost-error.ts';

/** One request to the API by a person or a bot whose session is good. */
export interface Call {
  req: Request;
  res: Response;
  session: Session;
  user: User;
}

/** The body as Mattermost's decoder sees it. `what` names it in the refusal. */
export function objectBody(req: Request, what: string): Json {
  const parsed = parseBody(req, what);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw invalidBody(what);
  return parsed as Json;
}

export function listBody(req: Request, what: string): unknown[] {
  const parsed = parseBody(req, what);
  if (!Array.isArray(parsed)) throw invalidBody(what);
  return parsed;
}

function parseBody(req: Request, what: string): unknown {
  try {
    return JSON.parse(typeof req.body === 'string' ? req.body : '');
  } catch {
    throw invalidBody(what);
  }
}

/** A non-empty list of strings. */
export function stringsBody(req: Request, what: string): string[] {
  const list = listBody(req, what);
  if (list.length === 0 || !list.every((item) => typeof item === 'string')) throw invalidBody(what);
  return list as string[];
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const param = (req: Request, name: string): string => text(req.params[name]);

/** A 26-character id out of the path; `me` stands for the caller in `user_id`. */
export function idParam(call: Call, name: string): string {
  const value = param(call.req, name);
  if (name === 'user_id' && value === 'me') return call.user.id;
  if (!isId(value)) throw invalidUrlParam(name);
  return value;
}

export const query = (req: Request, name: string): string => text(req.query[name]);

/** Mattermost reads nonsense as 0 and takes the default for it. */
export function numberQuery(req: Request, name: string, standard: number): number {
  const number = Number(query(req, name));
  return Number.isInteger(number) && number > 0 ? number : standard;
}
