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
  const ofMattermost = useMattermostZone();
  return known ?? ofMattermost;
}

/** By which Mattermost shows the times of messages to the person, and so what happened to a to-do. */
export function useMattermostZone(): string {
  const ofProfile = useSelector((state: GlobalState) => timeZone(state));
  return ofProfile ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
