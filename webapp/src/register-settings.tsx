import React from 'react';
import type { HostStore } from './host/host-state.ts';
import type { HostRegistry } from './host/registry.ts';
import { sayFor } from './host/say-for.ts';
import type { Provide } from './plugin.tsx';
import { LazyPart } from './sidebar/lazy-part.tsx';

/**
 * A page of its own in Mattermost's dialog of a person's settings. It is a component and no list of values: Mattermost
 * would keep those for itself, while the backend is to know them.
 */
export function registerSettings(registry: HostRegistry, store: HostStore, provide: Provide): void {
  const title = sayFor(store)('title');
  registry.registerUserSettings?.({
    uiName: title,
    icon: 'icon-checkbox-marked',
    sections: [{ title, component: () => provide(<LazyPart name="SafeSettings" />) }],
  });
}
