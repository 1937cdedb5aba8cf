import type { FailureKind } from '../api/request-failure.ts';
import type { TextId } from './sidebar-texts.ts';

/** What can be done about each fault of the way. */
export const FAULT_TEXTS: Record<FailureKind, TextId> = {
  offline: 'fault.offlineText',
  unreachable: 'fault.unreachableText',
  busy: 'fault.busySpoken',
  no_route: 'fault.noRouteText',
  signed_out: 'fault.signedOutText',
  refused: 'fault.refusedText',
};
