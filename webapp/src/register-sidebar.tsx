import React from 'react';
import { FormattedMessage } from 'react-intl';
import { BadgeWords } from './features/header-button/badge-words.tsx';
import { HeaderIcon } from './features/header-button/header-icon.tsx';
import type { HostStore } from './host/host-state.ts';
import { isPopOut, isSidebarPopOut, sidebarOpener } from './host/pop-out.ts';
import type { HostRegistry } from './host/registry.ts';
import { sayFor } from './host/say-for.ts';
import { messageProps } from './host/texts.ts';
import type { Provide } from './plugin.tsx';
import { LazyPart } from './sidebar/lazy-part.tsx';
import { focusFieldSoon } from './sidebar/focus-field.ts';

/** What others may do with the sidebar. */
export interface SidebarHandle {
  /** What shows it, with the focus in its field; null in a window that has no place for it. */
  opener(): (() => void) | null;
}

/**
 * The sidebar and its button. There is no component for the app bar on purpose: that one shows a fixed
 * picture only, while a header button is drawn in the app bar too, as a live component with the count.
 */
export function registerSidebar(registry: HostRegistry, store: HostStore, provide: Provide): SidebarHandle {
  const sidebar = registry.registerRightHandSidebarComponent(
    () => provide(<LazyPart name="SafeSidebar" />),
    <FormattedMessage {...messageProps('title')} />,
  );
  const toggle = () => void store.dispatch(sidebar.toggleRHSPlugin);
  const title = <FormattedMessage {...messageProps('title')} />;
  registry.registerChannelHeaderButtonAction(
    <HeaderIcon onNoChannel={toggle} />,
    toggle,
    title,
    <BadgeWords />,
  );
  const show = () => {
    store.dispatch(sidebar.showRHSPlugin);
    focusFieldSoon();
  };
  return {
    opener() {
      if (isSidebarPopOut()) return focusFieldSoon;
      return isPopOut() ? sidebarOpener(store, sayFor(store)('title')) : show;
    },
  };
}
