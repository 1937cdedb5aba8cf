import type { FailureKind } from '../api/request-failure.ts';
import type { TextId } from './texts.ts';

/** What each fault of the way is called. */
export const FAULT_TITLES: Record<FailureKind, TextId> = {
  offline: 'fault.offline',
  unreachable: 'fault.unreachable',
  busy: 'fault.busy',
  no_route: 'fault.noRoute',
  signed_out: 'fault.signedOut',
  refused: 'fault.refused',
};
