import type { ReactNode } from 'react';

/** What Mattermost puts on `window` for plugins, as far as we use it; any of it may be missing. */
export interface HostGlobals {
  basename?: string;
  PostUtils?: {
    formatText(text: string, options: Record<string, unknown>): string;
    messageHtmlToComponent(html: string, options: Record<string, unknown>): ReactNode;
  };
  WebappUtils?: {
    browserHistory?: { push(path: string): void };
    popouts?: {
      /** Since 11.6. */
      popoutRhsPlugin?(title: string, pluginId: string, teamName: string, channelName: string): unknown;
    };
  };
  /** In the desktop app, whose windows are not opened by one another. */
  desktopAPI?: unknown;
}

export const hostGlobals = (): HostGlobals => window as unknown as HostGlobals;

/** Subpath of the site, without a slash at the end. */
export function basename(): string {
  return (hostGlobals().basename ?? '').replace(/\/+$/, '');
}
