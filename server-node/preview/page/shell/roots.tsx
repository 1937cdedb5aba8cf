import React from 'react';
import { useSelector } from 'react-redux';
import { PluginErrorBoundary } from '../plugins/error-boundary.tsx';
import type { PageState } from '../store/state.ts';

/** What plugins draw over any window. */
export function Roots() {
  const roots = useSelector((state: PageState) => state.plugins.components.Root);
  return (
    <>
      {roots.map(({ id, pluginId, component: Root }) => (
        <PluginErrorBoundary key={id} pluginId={pluginId}>
          <Root />
        </PluginErrorBoundary>
      ))}
    </>
  );
}
