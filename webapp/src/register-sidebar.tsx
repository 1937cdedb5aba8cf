import React from 'react';
import { FormattedMessage } from 'react-intl';
import { HeaderIcon } from './features/header-button/header-icon.tsx';
import type { HostStore } from './host/host-state.ts';
import type { HostRegistry } from './host/registry.ts';
import { messageProps } from './host/texts.ts';
import type { Provide } from './plugin.tsx';
import { focusFieldSoon } from './sidebar/focus-field.ts';
import { SafeSidebar } from './sidebar/safe-sidebar.tsx';

/** What others may do with the sidebar. */
export interface SidebarHandle {
  /** Shows it, with the focus in its field. */
  open(): void;
}

/**
 * The sidebar and its button. There is no component for the app bar on purpose: that one shows a fixed
 * picture only, while a header button is drawn in the app bar too, as a live component with the count.
 */
export function registerSidebar(registry: HostRegistry, store: HostStore, provide: Provide): SidebarHandle {
  const sidebar = registry.registerRightHandSidebarComponent(
    () => provide(<SafeSidebar />),
    <FormattedMessage {...messageProps('title')} />,
  );
  const toggle = () => void store.dispatch(sidebar.toggleRHSPlugin);
  const title = <FormattedMessage {...messageProps('title')} />;
  registry.registerChannelHeaderButtonAction(<HeaderIcon onNoChannel={toggle} />, toggle, title, title);
  return {
    open(): void {
      store.dispatch(sidebar.showRHSPlugin);
      focusFieldSoon();
    },
  };
}
