import type { UnknownAction } from 'redux';
import type { PageStore } from '../store/store.ts';

const show = (pluggableId: string): UnknownAction => ({
  type: 'UPDATE_RHS_STATE',
  state: 'plugin',
  pluggableId,
});

export const CLOSE_RHS: UnknownAction = { type: 'UPDATE_RHS_STATE', state: null };

/** Values for `store.dispatch`; the toggle is a thunk, not a function to be called. */
export function rhsActions(pluggableId: string) {
  const isShown = (store: Pick<PageStore, 'getState'>) => {
    const { isSidebarOpen, pluggableId: shown } = store.getState().views.rhs;
    return isSidebarOpen && shown === pluggableId;
  };
  return {
    showRHSPlugin: show(pluggableId),
    hideRHSPlugin: CLOSE_RHS,
    toggleRHSPlugin: (dispatch: PageStore['dispatch'], getState: PageStore['getState']) =>
      dispatch(isShown({ getState }) ? CLOSE_RHS : show(pluggableId)),
  };
}
