import { useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import { timeZone } from '../host/host-state.ts';
import { useModel } from './app-context.tsx';

/**
 * By which the person's days are told apart: as the backend says, which knows the person's settings, else as Mattermost
 * does.
 */
export function useZone(): string {
  const known = useModel((state) => state.due?.zone);
  const ofProfile = useSelector((state: GlobalState) => timeZone(state));
  return known ?? ofProfile ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
