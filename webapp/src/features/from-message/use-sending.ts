import { useEffect, useState } from 'react';
import { useApp, useModel } from '../../app/app-context.tsx';

interface Sending {
  /** It is on its way, or has arrived. */
  isSent: boolean;
  /** Why the backend refused what was sent last. */
  refusal: string | null;
  /** @param requestId of what is in the outbox now */
  send: (requestId: string) => void;
  /** Takes what was refused out of the outbox: it stands in the dialog, where it can be changed and sent anew. */
  dropRefused: () => void;
}

/**
 * Follows something in the outbox until the backend has it, or until it waits there for a connection.
 *
 * @param onKept the person need do no more; the same function for as long as the dialog is there
 */
export function useSending(onKept: () => void): Sending {
  const { actions } = useApp();
  const [requestId, send] = useState<string | null>(null);
  const pending = useModel((state) => state.outbox.find((one) => one.requestId === requestId));
  const isWaiting = useModel((state) => state.fault !== null);
  const refusal = pending?.refusal?.message ?? null;
  const isSent = requestId !== null && refusal === null;
  const isKept = isSent && (pending === undefined || isWaiting);
  useEffect(() => {
    if (isKept) onKept();
  }, [isKept, onKept]);
  return {
    ...{ isSent, refusal, send },
    dropRefused(): void {
      if (requestId === null || refusal === null) return;
      send(null);
      actions.discard(requestId);
    },
  };
}
