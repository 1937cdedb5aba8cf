import type { GlobalState } from '@mattermost/types/store';
import type { PluginComponents } from '../plugins/components.ts';

/** What stands in the right-hand sidebar. */
export interface RhsState {
  isSidebarOpen: boolean;
  isSidebarExpanded: boolean;
  rhsState: 'plugin' | null;
  pluggableId: string;
  /** Root of the thread that is shown when no plugin is. */
  selectedPostId: string;
}

/** The parts of the web client's own state that plugins look at. */
export interface PageState extends GlobalState {
  views: {
    rhs: RhsState;
    i18n: { translations: Record<string, Record<string, string>> };
    isConnected: boolean;
  };
  plugins: { components: PluginComponents };
}
