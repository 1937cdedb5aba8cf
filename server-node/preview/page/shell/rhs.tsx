import React, { type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useSelector } from 'react-redux';
import { usePage } from '../page-context.ts';
import { openPopOut } from '../pop-out.ts';
import { PluginErrorBoundary } from '../plugins/error-boundary.tsx';
import { CLOSE_RHS } from '../plugins/rhs-actions.ts';
import { ThreadView } from '../posts/thread-view.tsx';
import { currentChannel, channelTitle } from '../store/selectors.ts';
import type { PageState } from '../store/state.ts';

/** One panel, for a thread or for a plugin: opening one takes the place of the other. */
export function RightHandSidebar() {
  const intl = useIntl();
  const { isSidebarOpen, isSidebarExpanded, rhsState, pluggableId, selectedPostId } = useSelector(
    (state: PageState) => state.views.rhs,
  );
  const plugin = useSelector((state: PageState) =>
    state.plugins.components.RightHandSidebarComponent.find(({ id }) => id === pluggableId),
  );
  const channel = useSelector((state: PageState) => {
    const current = currentChannel(state);
    return current && channelTitle(state, current);
  });
  if (!isSidebarOpen) return null;
  const Component = plugin?.component;
  return (
    <div
      id="sidebar-right"
      className={`sidebar--right ${isSidebarExpanded ? 'sidebar--right--expanded' : ''} move--left`}
      role="complementary"
    >
      <div id="rhsContainer" className="sidebar-right__body">
        {rhsState === 'plugin' && plugin !== undefined && Component !== undefined ? (
          <>
            <RhsHeader title={plugin.title} popOut={plugin.pluginId} />
            <div className="sidebar-right__plugin" data-testid={`rhs-${plugin.pluginId}`}>
              <PluginErrorBoundary key={plugin.id} pluginId={plugin.pluginId}>
                <Component />
              </PluginErrorBoundary>
            </div>
          </>
        ) : (
          <>
            <RhsHeader title={intl.formatMessage({ id: 'page.thread' })} subtitle={channel ?? ''} />
            <ThreadView key={selectedPostId} rootId={selectedPostId} />
          </>
        )}
      </div>
    </div>
  );
}

interface HeaderProps {
  title: ReactNode;
  subtitle?: string;
  /** The plugin whose part of the page can get a window of its own. */
  popOut?: string;
}

function RhsHeader({ title, subtitle, popOut }: HeaderProps) {
  const intl = useIntl();
  const page = usePage();
  const { store } = page;
  const isExpanded = useSelector((state: PageState) => state.views.rhs.isSidebarExpanded);
  return (
    <div className="sidebar--right__header">
      <button
        type="button"
        className="btn btn-icon btn-sm sidebar--right__back"
        aria-label={intl.formatMessage({ id: 'page.back' })}
        onClick={() => store.dispatch(CLOSE_RHS)}
      >
        <i className="icon icon-arrow-back-ios" />
      </button>
      <h2 className="sidebar--right__title">
        {title}
        {subtitle && <span className="sidebar--right__subtitle">{subtitle}</span>}
      </h2>
      <div className="sidebar--right__buttons">
        <button
          type="button"
          className="btn btn-icon btn-sm sidebar--right__expand"
          aria-label={intl.formatMessage({ id: isExpanded ? 'page.collapse' : 'page.expand' })}
          onClick={() => store.dispatch({ type: 'TOGGLE_RHS_EXPANDED' })}
        >
          <i className={`icon ${isExpanded ? 'icon-arrow-collapse' : 'icon-arrow-expand'}`} />
        </button>
        {popOut !== undefined && (
          <button
            type="button"
            className="btn btn-icon btn-sm PopoutButton"
            aria-label={intl.formatMessage({ id: 'page.pop_out' })}
            onClick={() => openPopOut(page, popOut)}
          >
            <i className="icon icon-dock-window" />
          </button>
        )}
        <button
          type="button"
          id="searchResultsCloseButton"
          className="btn btn-icon btn-sm sidebar--right__close"
          aria-label={intl.formatMessage({ id: 'page.close' })}
          onClick={() => store.dispatch(CLOSE_RHS)}
        >
          <i className="icon icon-close" />
        </button>
      </div>
    </div>
  );
}
