import { bytes, int, list, string } from '../../gob/gob-type.ts';
import { team, teamMember, teamMemberWithError, teamStats, teamUnread } from '../../model/places.ts';
import { method, nothing } from '../method.ts';

export const TEAMS = {
  /** `(team)` */
  CreateTeam: method([team], team, 'appError'),
  /** `(team)` */
  UpdateTeam: method([team], team, 'appError'),
  /** `(teamId)`. Archives it. */
  DeleteTeam: method([string], nothing, 'appError'),
  /** `(teamId)` */
  GetTeam: method([string], team, 'appError'),
  /** `(name)` */
  GetTeamByName: method([string], team, 'appError'),
  GetTeams: method([], list(team), 'appError'),
  /** `(userId)` */
  GetTeamsForUser: method([string], list(team), 'appError'),
  /** `(term)` */
  SearchTeams: method([string], list(team), 'appError'),
  /** `(teamId)` */
  GetTeamStats: method([string], teamStats, 'appError'),
  /** `(userId)` */
  GetTeamsUnreadForUser: method([string], list(teamUnread), 'appError'),
  /** `(teamId)` */
  GetTeamIcon: method([string], bytes, 'appError'),
  /** `(teamId, data)` */
  SetTeamIcon: method([string, bytes], nothing, 'appError'),
  /** `(teamId)` */
  RemoveTeamIcon: method([string], nothing, 'appError'),
  /** `(teamId, userId)` */
  CreateTeamMember: method([string, string], teamMember, 'appError'),
  /** `(teamId, userIds, requestorId)` */
  CreateTeamMembers: method([string, list(string), string], list(teamMember), 'appError'),
  /** `(teamId, userIds, requestorId)`. One entry for each person, with the error if there was one. */
  CreateTeamMembersGracefully: method([string, list(string), string], list(teamMemberWithError), 'appError'),
  /** `(teamId, userId, requestorId)` */
  DeleteTeamMember: method([string, string, string], nothing, 'appError'),
  /** `(teamId, userId)` */
  GetTeamMember: method([string, string], teamMember, 'appError'),
  /** `(teamId, page, perPage)` */
  GetTeamMembers: method([string, int, int], list(teamMember), 'appError'),
  /** `(userId, page, perPage)` */
  GetTeamMembersForUser: method([string, int, int], list(teamMember), 'appError'),
  /** `(teamId, userId, newRoles)`. `newRoles` separated by spaces. */
  UpdateTeamMemberRoles: method([string, string, string], teamMember, 'appError'),
} as const;
