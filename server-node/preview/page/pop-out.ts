import type { Page } from './page-context.ts';
import { currentChannel, currentTeamName } from './store/selectors.ts';

export interface PopOut {
  channelName: string;
  pluginId: string;
}

const PATH = /^\/_popout\/rhs\/[^/]+\/([^/]+)\/plugin\/([^/]+)$/;
const NAVIGATE = '_navigate';

/** What is shown in a window that was opened for a plugin's part of the page alone. */
export function popOutAt(path: string): PopOut | undefined {
  const [, channelName, pluginId] = PATH.exec(path) ?? [];
  return channelName === undefined || pluginId === undefined ? undefined : { channelName, pluginId };
}

/** The window is a whole page of its own; where it wants to go, the one that opened it goes, until it is loaded anew. */
export function openPopOut({ basePath, store, history }: Page, pluginId: string): void {
  const state = store.getState();
  const channel = currentChannel(state)?.name ?? '';
  const path = `${basePath}/_popout/rhs/${currentTeamName(state)}/${channel}/plugin/${pluginId}`;
  const opened = window.open(path, '_blank', 'popup,width=800,height=600');
  window.addEventListener(
    'message',
    ({ source, data }: MessageEvent<{ channel?: string; args?: string[] }>) => {
      const [wanted] = data.args ?? [];
      if (source === opened && data.channel === NAVIGATE && wanted !== undefined) history.push(wanted);
    },
  );
}

/** As Mattermost does it: it does not look whether there is a window to be led. */
export function leadOpener(path: string): void {
  const opener = window.opener as Window;
  opener.postMessage({ channel: NAVIGATE, args: [path] }, window.location.origin);
}
