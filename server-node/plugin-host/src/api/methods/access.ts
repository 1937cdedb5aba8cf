import { bool, int, list, string } from '../../gob/gob-type.ts';
import { permission } from '../../model/people.ts';
import { newSession, session, userAccessToken } from '../../model/session.ts';
import { method, nothing } from '../method.ts';

export const ACCESS = {
  /** `(userId, permission)` */
  HasPermissionTo: method([string, permission], bool),
  /** `(userId, teamId, permission)` */
  HasPermissionToTeam: method([string, string, permission], bool),
  /** `(userId, channelId, permission)` */
  HasPermissionToChannel: method([string, string, permission], bool),
  /** `(roleNames, permissionId)`. Whether any of the roles has the permission. */
  RolesGrantPermission: method([list(string), string], bool),
  /** `(sessionId)`. The session's token stays out. */
  GetSession: method([string], session, 'appError'),
  /** `(session)` */
  CreateSession: method([newSession], newSession, 'appError'),
  /** `(sessionId, newExpiry)`. `newExpiry` in epoch milliseconds. */
  ExtendSessionExpiry: method([string, int], nothing, 'appError'),
  /** `(sessionId)` */
  RevokeSession: method([string], nothing, 'appError'),
  /** `(token)`. The only moment at which `Token` is told. */
  CreateUserAccessToken: method([userAccessToken], userAccessToken, 'appError'),
  /** `(tokenId)` */
  RevokeUserAccessToken: method([string], nothing, 'appError'),
} as const;
