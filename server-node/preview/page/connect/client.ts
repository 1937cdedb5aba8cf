import { Client4 } from 'mattermost-redux/client';

/** Mattermost's own client, pointed at this site. */
export function setUpClient(basePath: string): void {
  Client4.setUrl(window.location.origin + basePath);
}

export function isSignedIn(): boolean {
  return /(?:^|;\s*)MMUSERID=[a-z0-9]+/.test(document.cookie);
}

export { Client4 };
