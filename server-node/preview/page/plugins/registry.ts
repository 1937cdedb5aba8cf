import reducerRegistry from 'mattermost-redux/store/reducer_registry';
import type { Reducer } from 'redux';
import type { PageStore } from '../store/store.ts';
import type { Place } from './components.ts';
import type { PluginEvents } from './plugin-events.ts';
import { positional } from './positional.ts';
import { randomId } from './random-id.ts';
import { rhsActions } from './rhs-actions.ts';

export type Registry = ReturnType<typeof makeRegistry>;

/** What a plugin's `initialize` gets. Methods that the stand-in lacks are simply not there. */
export function makeRegistry(pluginId: string, store: PageStore, events: PluginEvents, locale: () => string) {
  const put = (name: Place, data: Record<string, unknown>): string => {
    const id = randomId();
    store.dispatch({ type: 'RECEIVED_PLUGIN_COMPONENT', name, data: { id, pluginId, ...data } });
    return id;
  };
  /** Registers under `name` whatever the arguments called `fields` are. */
  const placer =
    (name: Place, ...fields: string[]) =>
    (...args: unknown[]): string => {
      const values = positional(fields, args);
      return put(name, Object.fromEntries(fields.map((field, index) => [field, values[index]])));
    };
  const rightHandSidebar = (component: unknown, title: unknown) => {
    const id = put('RightHandSidebarComponent', { component, title });
    return { id, ...rhsActions(id) };
  };
  return {
    supports: { globalAppBar: true, globalRhs: true },
    registerRootComponent: placer('Root', 'component'),
    registerChannelHeaderButtonAction: placer(
      'ChannelHeaderButton',
      'icon',
      'action',
      'dropdownText',
      'tooltipText',
    ),
    registerPostDropdownMenuAction: placer('PostDropdownMenu', 'text', 'action', 'filter'),
    registerSlashCommandWillBePostedHook: placer('SlashCommandWillBePosted', 'hook'),
    registerMessageWillBePostedHook: placer('MessageWillBePosted', 'hook'),
    registerPostTypeComponent: placer('PostType', 'type', 'component'),
    registerRightHandSidebarComponent(...args: unknown[]) {
      const [component, title] = positional(['component', 'title'], args);
      return rightHandSidebar(component, title);
    },
    registerAppBarComponent(...args: unknown[]) {
      const names = ['iconUrl', 'action', 'tooltipText', 'supportedProductIds', 'rhsComponent', 'rhsTitle'];
      const [iconUrl, action, tooltipText, , rhsComponent, rhsTitle] = positional(names, args);
      if (rhsComponent === undefined) return put('AppBar', { iconUrl, action, tooltipText });
      const rhs = rightHandSidebar(rhsComponent, rhsTitle);
      const toggle = () => store.dispatch(rhs.toggleRHSPlugin as never);
      const id = put('AppBar', { iconUrl, action: toggle, tooltipText, rhsComponentId: rhs.id });
      return { id, rhsComponent: rhs };
    },
    registerReducer(...args: unknown[]) {
      const [reducer] = positional(['reducer'], args);
      reducerRegistry.register(`plugins-${pluginId}`, reducer as Reducer);
    },
    registerTranslations(...args: unknown[]) {
      const [messagesOf] = positional(['getTranslationsForLocale'], args);
      events.setTranslations(pluginId, messagesOf as (locale: string) => Record<string, string>);
      events.translate(store, locale());
    },
    registerWebSocketEventHandler(...args: unknown[]) {
      const [event, handler] = positional(['event', 'handler'], args);
      events.onWebSocketEvent(pluginId, event as string, handler as (message: unknown) => void);
    },
    unregisterWebSocketEventHandler(...args: unknown[]) {
      const [event] = positional(['event'], args);
      events.offWebSocketEvent(pluginId, event as string);
    },
    registerReconnectHandler(...args: unknown[]) {
      const [handler] = positional(['handler'], args);
      events.onReconnect(pluginId, handler as () => void);
    },
    unregisterReconnectHandler: () => events.offReconnect(pluginId),
    unregisterComponent(...args: unknown[]) {
      const [id] = positional(['componentId'], args);
      store.dispatch({ type: 'REMOVED_PLUGIN_COMPONENT', id });
    },
    unregisterPostTypeComponent(...args: unknown[]) {
      const [id] = positional(['componentId'], args);
      store.dispatch({ type: 'REMOVED_PLUGIN_COMPONENT', id });
    },
  };
}
