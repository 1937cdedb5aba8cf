import type { InOf, OutOf } from '../gob/gob-type.ts';
import { bool, int, list, map, string, struct } from '../gob/gob-type.ts';
import { teamMember } from './places.ts';

const fields = {
  Id: string,
  CreateAt: int,
  ExpiresAt: int,
  LastActivityAt: int,
  UserId: string,
  DeviceId: string,
  Roles: string,
  IsOAuth: bool,
  ExpiredNotify: bool,
  Props: map(string),
  TeamMembers: list(teamMember),
  Local: bool,
};

/** Somebody's session, without the token that would let its reader act as that person. */
export const session = struct('Session', fields);

/** A session that the plugin makes: here the token is the purpose. */
export const newSession = struct('Session', { ...fields, Token: string });

/**
 * `Token` is filled in only by the call that creates it. `ExpiresAt`, from 11.8 on, in epoch milliseconds; zero lasts
 * for ever.
 */
export const userAccessToken = struct('UserAccessToken', {
  Id: string,
  Token: string,
  UserId: string,
  Description: string,
  IsActive: bool,
  ExpiresAt: int,
});

export type Session = OutOf<typeof session>;
export type NewSession = InOf<typeof newSession>;
export type UserAccessToken = InOf<typeof userAccessToken>;
