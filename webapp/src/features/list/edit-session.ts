import { createContext, useContext } from 'react';
import type { Row } from '../../model/select-rows.ts';

/** Ends the editing of a row; with a key the focus goes to the row of that key. */
export type EndEdit = (row: Row, focusKey: string | null) => void;

export const EndEditContext = createContext<EndEdit>(() => undefined);
export const useEndEdit = (): EndEdit => useContext(EndEditContext);
