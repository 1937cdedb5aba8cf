import { combineReducers, type UnknownAction } from 'redux';
import type { RhsState } from './state.ts';

const CLOSED: RhsState = {
  isSidebarOpen: false,
  isSidebarExpanded: false,
  rhsState: null,
  pluggableId: '',
  selectedPostId: '',
};

interface RhsAction extends UnknownAction {
  state?: string | null;
  pluggableId?: string;
  postId?: string;
}

/** The names of the actions are Mattermost's: plugins get them as values and dispatch them. */
function rhs(state: RhsState = CLOSED, action: UnknownAction): RhsState {
  const { state: wanted, pluggableId = '', postId = '' } = action as RhsAction;
  switch (action.type) {
    case 'UPDATE_RHS_STATE':
      if (wanted !== 'plugin') return CLOSED;
      return { ...state, isSidebarOpen: true, rhsState: 'plugin', pluggableId, selectedPostId: '' };
    case 'SELECT_POST':
      if (postId === '') return CLOSED;
      return { ...state, isSidebarOpen: true, rhsState: null, pluggableId: '', selectedPostId: postId };
    case 'TOGGLE_RHS_EXPANDED':
      return { ...state, isSidebarExpanded: !state.isSidebarExpanded };
    default:
      return state;
  }
}

/** Messages of plugins, kept per plugin, so that a removed plugin takes its own with it. */
function i18n(
  state: { translations: Record<string, Record<string, string>> } = { translations: {} },
  action: UnknownAction,
) {
  if (action.type !== 'RECEIVED_PLUGIN_TRANSLATIONS') return state;
  const { pluginId, messages } = action as unknown as { pluginId: string; messages: Record<string, string> };
  return { translations: { ...state.translations, [pluginId]: messages } };
}

function isConnected(state = true, action: UnknownAction): boolean {
  return action.type === 'PAGE_CONNECTION' ? (action as unknown as { up: boolean }).up : state;
}

export const views = combineReducers({ rhs, i18n, isConnected });
