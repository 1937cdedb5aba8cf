import type { ComponentType, ReactNode } from 'react';
import type { UnknownAction } from 'redux';
import type { Channel, ChannelMembership } from '@mattermost/types/channels';
import type { Post } from '@mattermost/types/posts';

export interface CommandArgs {
  channel_id: string;
  team_id: string;
  root_id: string;
}

export type SlashVerdict =
  undefined | null | { error?: { message: string }; message?: string; args?: CommandArgs };

interface Registered {
  id: string;
  pluginId: string;
}

/** Everything a plugin may have put into the page, by the place where it appears. */
export interface PluginComponents {
  Root: (Registered & { component: ComponentType<object> })[];
  RightHandSidebarComponent: (Registered & { component: ComponentType<object>; title: ReactNode })[];
  ChannelHeaderButton: (Registered & {
    icon: ReactNode;
    action: (channel: Channel, member: ChannelMembership) => void;
    dropdownText: ReactNode;
    tooltipText: ReactNode;
  })[];
  AppBar: (Registered & {
    iconUrl: string;
    action: (channel?: Channel, member?: ChannelMembership) => void;
    rhsComponentId?: string;
    tooltipText: ReactNode;
  })[];
  PostDropdownMenu: (Registered & {
    text: ReactNode;
    action: (postId: string) => void;
    filter?: (postId: string) => boolean;
  })[];
  SlashCommandWillBePosted: (Registered & {
    hook: (message: string, args: CommandArgs) => SlashVerdict | Promise<SlashVerdict>;
  })[];
  MessageWillBePosted: (Registered & {
    hook: (post: Partial<Post>) => { post?: Partial<Post>; error?: { message: string } } | undefined;
  })[];
  PostType: (Registered & { type: string; component: ComponentType<{ post: Post }> })[];
}

export type Place = keyof PluginComponents;

const NONE: PluginComponents = {
  Root: [],
  RightHandSidebarComponent: [],
  ChannelHeaderButton: [],
  AppBar: [],
  PostDropdownMenu: [],
  SlashCommandWillBePosted: [],
  MessageWillBePosted: [],
  PostType: [],
};

interface PlaceAction extends UnknownAction {
  name: Place;
  data: Registered;
}

function withAll(components: PluginComponents, keep: (one: Registered) => boolean): PluginComponents {
  const entries = Object.entries(components).map(([name, all]) => [name, (all as Registered[]).filter(keep)]);
  return Object.fromEntries(entries) as unknown as PluginComponents;
}

function components(state: PluginComponents, action: UnknownAction): PluginComponents {
  switch (action.type) {
    case 'RECEIVED_PLUGIN_COMPONENT': {
      const { name, data } = action as PlaceAction;
      const sorted = [...(state[name] as Registered[]), data].sort((left, right) =>
        left.pluginId.localeCompare(right.pluginId),
      );
      return { ...state, [name]: sorted };
    }
    case 'REMOVED_PLUGIN_COMPONENT':
      return withAll(state, ({ id }) => id !== (action as unknown as { id: string }).id);
    case 'REMOVED_WEBAPP_PLUGIN':
      return withAll(state, ({ pluginId }) => pluginId !== (action as unknown as { id: string }).id);
    default:
      return state;
  }
}

export function pluginsReducer(
  state: { components: PluginComponents } = { components: NONE },
  action: UnknownAction,
): { components: PluginComponents } {
  const next = components(state.components, action);
  return next === state.components ? state : { components: next };
}
