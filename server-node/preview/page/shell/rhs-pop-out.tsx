import React, { useEffect } from 'react';
import { useSelector } from 'react-redux';
import { usePage } from '../page-context.ts';
import { PluginErrorBoundary } from '../plugins/error-boundary.tsx';
import type { PopOut } from '../pop-out.ts';
import type { PageState } from '../store/state.ts';
import { Roots } from './roots.tsx';
import { useTheme } from './use-theme.ts';

/** A plugin's right-hand sidebar, the first that it has registered, as all that its window shows. */
export function RhsPopOut({ channelName, pluginId }: PopOut) {
  useTheme();
  const { store } = usePage();
  const channelId = useSelector(
    ({ entities }: PageState) =>
      Object.values(entities.channels.channels).find(({ name }) => name === channelName)?.id,
  );
  const plugin = useSelector((state: PageState) =>
    state.plugins.components.RightHandSidebarComponent.find((one) => one.pluginId === pluginId),
  );
  useEffect(() => {
    document.body.classList.add('popout');
    if (channelId !== undefined) store.dispatch({ type: 'SELECT_CHANNEL', data: channelId });
  }, [store, channelId]);
  const Component = plugin?.component;
  return (
    <>
      <div className="main-wrapper rhs-popout">
        <div className="sidebar--right">
          <div className="sidebar-right__body">
            <div className="sidebar--right__header">
              <h2 className="sidebar--right__title">{plugin?.title}</h2>
            </div>
            {Component !== undefined && (
              <PluginErrorBoundary key={plugin?.id ?? ''} pluginId={pluginId}>
                <Component />
              </PluginErrorBoundary>
            )}
          </div>
        </div>
      </div>
      <Roots />
    </>
  );
}
