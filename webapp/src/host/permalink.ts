import type { GlobalState } from '@mattermost/types/store';
import { basename, hostGlobals } from './globals.ts';
import { channelById, currentTeam } from './host-state.ts';
import { isPopOut, leadOpener } from './pop-out.ts';

/** Path of a message without the site's subpath, which the client's own history adds. */
export function permalinkPath(state: GlobalState, post: { postId: string; channelId: string }): string {
  const teamId = channelById(state, post.channelId)?.team_id ?? '';
  const team = state.entities.teams.teams[teamId] ?? currentTeam(state);
  return `/${team?.name ?? '_redirect'}/pl/${post.postId}`;
}

/** Goes there without loading the page anew, where the client lets us. */
export function followPermalink(path: string): void {
  if (isPopOut()) return leadOpener(path);
  const history = hostGlobals().WebappUtils?.browserHistory;
  if (history === undefined) window.location.assign(basename() + path);
  else history.push(path);
}
