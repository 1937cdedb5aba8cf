import React from 'react';
import { SavedSettings } from './features/console/saved-settings.tsx';
import type { HostRegistry } from './host/registry.ts';
import type { Provide } from './plugin.tsx';

/** The setting `State` of plugin.json: it is shown where Mattermost runs the backend, and holds no value. */
export function registerConsole(registry: HostRegistry, provide: Provide): void {
  registry.registerAdminConsoleCustomSetting?.('State', () => provide(<SavedSettings />), {
    showTitle: true,
  });
}
