import { bool, bytes, int, list, map, string } from '../../gob/gob-type.ts';
import { newUser, preference, status, user, userGetOptions, userSearch } from '../../model/people.ts';
import { method, nothing } from '../method.ts';

export const USERS = {
  /** `(user)`. With `Password`, or with `AuthData` and `AuthService`. */
  CreateUser: method([newUser], user, 'appError'),
  /** `(user)`. Replaces all profile fields: carry over those that shall stay. Password and second factor stay as they are. */
  UpdateUser: method([user], user, 'appError'),
  /** `(userId)`. Deactivates the person. */
  DeleteUser: method([string], nothing, 'appError'),
  /** `(userId, active)`. False ends all sessions of the person. */
  UpdateUserActive: method([string, bool], nothing, 'appError'),
  /** `(userId, newRoles)`. `newRoles` separated by spaces. */
  UpdateUserRoles: method([string, string], user, 'appError'),
  /** `(userId)` */
  GetUser: method([string], user, 'appError'),
  /** `(email)` */
  GetUserByEmail: method([string], user, 'appError'),
  /** `(username)` without the @. */
  GetUserByUsername: method([string], user, 'appError'),
  /** `(options)` */
  GetUsers: method([userGetOptions], list(user), 'appError'),
  /** `(userIds)` */
  GetUsersByIds: method([list(string)], list(user), 'appError'),
  /** `(usernames)`. Unknown ones are left out. */
  GetUsersByUsernames: method([list(string)], list(user), 'appError'),
  /** `(channelId, sortBy, page, perPage)`. `sortBy`: `username` or `status`. */
  GetUsersInChannel: method([string, string, int, int], list(user), 'appError'),
  /** `(teamId, page, perPage)` */
  GetUsersInTeam: method([string, int, int], list(user), 'appError'),
  /** `(search)` */
  SearchUsers: method([userSearch], list(user), 'appError'),
  /** `(userId, attributes)`. Needs a licence with LDAP. */
  GetLDAPUserAttributes: method([string, list(string)], map(string), 'appError'),
  /** `(userId)` */
  GetProfileImage: method([string], bytes, 'appError'),
  /** `(userId, data)` */
  SetProfileImage: method([string, bytes], nothing, 'appError'),
  /** `(userId)`. Status 404 for a person never seen online. */
  GetUserStatus: method([string], status, 'appError'),
  /** `(userIds)`. People never seen online are left out. */
  GetUserStatusesByIds: method([list(string)], list(status), 'appError'),
  /** `(userId, status)`. `status`: `online`, `away`, `dnd` or `offline`. */
  UpdateUserStatus: method([string, string], status, 'appError'),
  /** `(userId, endTime)`. `endTime` in epoch seconds. */
  SetUserStatusTimedDND: method([string, int], status, 'appError'),
  /** `(userId)` */
  RemoveUserCustomStatus: method([string], nothing, 'appError'),
  /** `(userId, category, name)`. A missing one is refused with status 400. */
  GetPreferenceForUser: method([string, string, string], preference, 'appError'),
  /** `(userId)` */
  GetPreferencesForUser: method([string], list(preference), 'appError'),
  /** `(userId, preferences)` */
  UpdatePreferencesForUser: method([string, list(preference)], nothing, 'appError'),
  /** `(userId, preferences)` */
  DeletePreferencesForUser: method([string, list(preference)], nothing, 'appError'),
} as const;
