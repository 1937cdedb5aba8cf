import { createContext, useContext } from 'react';

/** Ends the choosing of a date; the focus goes back to the row. */
export const EndDateContext = createContext<(key: string) => void>(() => undefined);
export const useEndDate = (): ((key: string) => void) => useContext(EndDateContext);
