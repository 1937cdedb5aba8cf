import { PLUGIN_ID } from '@todo-node/server/contract/manifest';
import { basename, hostGlobals, type HostGlobals } from './globals.ts';
import { currentChannel, currentTeam, type HostStore } from './host-state.ts';

/** A window of its own with one part of Mattermost in it: there is no channel beside it, and it stays where it is. */
export const isPopOut = (): boolean => pathInPopOut() !== null;

/** All that this window shows is our own sidebar. */
export const isSidebarPopOut = (): boolean => new RegExp(`^rhs/.*/${PLUGIN_ID}$`).test(pathInPopOut() ?? '');

/**
 * Opens our sidebar as a window beside a window that has no place for it.
 *
 * @param title for the list of windows of the desktop app
 * @returns null where this version of Mattermost lets no plugin do that
 */
export function sidebarOpener(store: HostStore, title: string): (() => void) | null {
  const open = hostGlobals().WebappUtils?.popouts?.popoutRhsPlugin;
  const team = currentTeam(store.getState());
  const channel = currentChannel(store.getState());
  if (open === undefined || team === undefined || channel === undefined) return null;
  return () => void open(title, PLUGIN_ID, team.name, channel.name);
}

/**
 * Leads the window that this one was opened from, by its own history: Mattermost's way to it ends when that window
 * is loaded anew, and fails when it is gone. Then the path gets a window of its own.
 */
export function leadOpener(path: string): void {
  if (hostGlobals().desktopAPI !== undefined) return hostGlobals().WebappUtils?.browserHistory?.push(path);
  const opener = window.opener as (Window & HostGlobals) | null;
  const history = historyOf(opener);
  if (history === undefined) return void window.open(basename() + path, '_blank');
  history.push(path);
  opener?.focus();
}

/** What was opened from may show another site by now, which tells nothing. */
function historyOf(opener: HostGlobals | null) {
  try {
    return opener?.WebappUtils?.browserHistory;
  } catch {
    return undefined;
  }
}

function pathInPopOut(): string | null {
  const start = `${basename()}/_popout/`;
  const { pathname } = window.location;
  return pathname.startsWith(start) ? pathname.slice(start.length) : null;
}
