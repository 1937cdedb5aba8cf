import { createContext, useContext } from 'react';
import { useSelector } from 'react-redux';
import type { ModelState } from '../model/state.ts';
import { modelState, type App } from './app.ts';

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('useApp needs an AppContext above it.');
  return app;
}

export function useModel<T>(select: (state: ModelState) => T): T {
  return useSelector((state) => select(modelState(state)));
}
