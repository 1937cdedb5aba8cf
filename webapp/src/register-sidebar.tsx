import React from 'react';
import { FormattedMessage } from 'react-intl';
import { HeaderIcon } from './features/header-button/header-icon.tsx';
import type { HostStore } from './host/host-state.ts';
import type { HostRegistry, SidebarActions } from './host/registry.ts';
import { messageProps } from './host/texts.ts';
import type { Provide } from './plugin.tsx';
import { SafeSidebar } from './sidebar/safe-sidebar.tsx';

/**
 * The sidebar and its button. There is no component for the app bar on purpose: that one shows a fixed
 * picture only, while a header button is drawn in the app bar too, as a live component with the count.
 */
export function registerSidebar(registry: HostRegistry, store: HostStore, provide: Provide): SidebarActions {
  const sidebar = registry.registerRightHandSidebarComponent(
    () => provide(<SafeSidebar />),
    <FormattedMessage {...messageProps('title')} />,
  );
  const toggle = () => void store.dispatch(sidebar.toggleRHSPlugin);
  const title = <FormattedMessage {...messageProps('title')} />;
  registry.registerChannelHeaderButtonAction(<HeaderIcon onNoChannel={toggle} />, toggle, title, title);
  return sidebar;
}
