import type { FailureKind } from '../api/request-failure.ts';
import type { TextId } from './texts.ts';

/** What each fault of the way is called, and what can be done about it. */
export const FAULT_TEXTS: Record<FailureKind, readonly [title: TextId, text: TextId]> = {
  offline: ['fault.offline', 'fault.offlineText'],
  unreachable: ['fault.unreachable', 'fault.unreachableText'],
  busy: ['fault.busy', 'fault.busySpoken'],
  no_route: ['fault.noRoute', 'fault.noRouteText'],
  signed_out: ['fault.signedOut', 'fault.signedOutText'],
  refused: ['fault.refused', 'fault.refusedText'],
};
