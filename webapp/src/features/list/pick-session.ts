import { createContext, useContext } from 'react';

/** Ends the choosing of a date or a person; the focus goes back to the row. */
export const EndPickContext = createContext<(key: string) => void>(() => undefined);
export const useEndPick = (): ((key: string) => void) => useContext(EndPickContext);
