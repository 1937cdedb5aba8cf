import React, { type ReactNode } from 'react';

/** A component of a plugin that throws takes nothing else down. */
export class PluginErrorBoundary extends React.Component<
  { pluginId: string; children: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <div className="plugin-error">An error occurred in the {this.props.pluginId} plugin.</div>;
  }
}
