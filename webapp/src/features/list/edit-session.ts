import { createContext, useContext } from 'react';

/** Ends the editing of a row; with a key the focus goes back to that row. */
export type EndEdit = (focusKey: string | null) => void;

export const EndEditContext = createContext<EndEdit>(() => undefined);
export const useEndEdit = (): EndEdit => useContext(EndEditContext);
