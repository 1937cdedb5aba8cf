import type { Channel, ChannelMembership } from '@mattermost/types/channels';
import type { ComponentType, ReactNode } from 'react';
import type { Reducer } from 'redux';

export interface CommandArgs {
  channel_id: string;
  team_id?: string;
  root_id?: string;
}

/** `undefined`: not ours, go on; `{}`: handled, nothing is sent; `{error}`: shown, and the draft is kept. */
export type CommandVerdict = undefined | Record<string, never> | { error: { message: string } };

export interface SidebarActions {
  id: string;
  showRHSPlugin: object;
  hideRHSPlugin: object;
  toggleRHSPlugin: object;
}

/** The part of Mattermost's plugin registry that we use. */
export interface HostRegistry {
  registerRightHandSidebarComponent(component: ComponentType, title: ReactNode): SidebarActions;
  registerChannelHeaderButtonAction(
    icon: ReactNode,
    action: (channel: Channel, member: ChannelMembership) => void,
    dropdownText: ReactNode,
    tooltipText: ReactNode,
  ): string;
  registerPostDropdownMenuAction(
    text: ReactNode,
    action: (postId: string) => void,
    filter?: (postId: string) => boolean,
  ): string;
  registerRootComponent(component: ComponentType): string;
  registerSlashCommandWillBePostedHook(
    hook: (message: string, args: CommandArgs) => CommandVerdict | Promise<CommandVerdict>,
  ): string;
  registerReducer(reducer: Reducer): void;
  registerTranslations(messagesOf: (locale: string) => Record<string, string>): void;
  /** Events of the plugin's own server; Mattermost takes the handlers away with the plugin. */
  registerWebSocketEventHandler(event: string, handler: (message: { data: unknown }) => void): void;
  /** A setting of type `custom` in the manifest, while the plugin is enabled; missing where there is no System Console. */
  registerAdminConsoleCustomSetting?(
    key: string,
    component: ComponentType,
    options: { showTitle: boolean },
  ): void;
  /** A page in the dialog of a person's settings: `title` and `uiName` are plain texts, `icon` a class of the icon font. */
  registerUserSettings?(setting: {
    uiName: string;
    icon: string;
    sections: { title: string; component: ComponentType }[];
  }): void;
  registerReconnectHandler(handler: () => void): void;
  unregisterReconnectHandler?(): void;
  unregisterComponent?(id: string): void;
}
