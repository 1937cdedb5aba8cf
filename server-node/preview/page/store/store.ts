import configureStore from 'mattermost-redux/store';
import type { Store, UnknownAction } from 'redux';
import { pluginsReducer } from '../plugins/components.ts';
import type { PageState } from './state.ts';
import { views } from './views.ts';

type Thunk = (dispatch: PageStore['dispatch'], getState: () => PageState) => unknown;

/** Takes actions and thunks, as Mattermost's own store does. */
export interface PageStore extends Omit<Store<PageState>, 'dispatch'> {
  dispatch(action: UnknownAction | Thunk): unknown;
}

/** Mattermost's reducers, with the few of the web client that plugins meet. */
export function makeStore(): PageStore {
  return configureStore({ appReducers: { views, plugins: pluginsReducer } } as never) as unknown as PageStore;
}
