import React from 'react';
import { useApp, useModel } from '../app/app-context.tsx';
import { useSay, type TextId } from '../host/texts.ts';
import { waitingCount } from '../model/select-list.ts';
import type { Fault } from '../model/state.ts';
import { Notice } from '../ui/notice.tsx';
import { TextButton } from '../ui/text-button.tsx';

/** What each fault of the way is called, and what can be done about it. */
export const FAULT_TEXTS: Record<Fault['kind'], readonly [title: TextId, text: TextId]> = {
  offline: ['fault.offline', 'fault.offlineText'],
  unreachable: ['fault.unreachable', 'fault.unreachableText'],
  no_route: ['fault.noRoute', 'fault.noRouteText'],
  signed_out: ['fault.signedOut', 'fault.signedOutText'],
  refused: ['fault.refused', 'fault.refusedText'],
};

export function FaultNotice({ fault }: { fault: Fault }) {
  const app = useApp();
  const say = useSay();
  const waiting = useModel(waitingCount);
  const [title, text] = FAULT_TEXTS[fault.kind];
  const isWarning = fault.kind === 'offline' || fault.kind === 'unreachable';
  const sentence = waiting > 0 ? say('fault.kept', { count: waiting }) : say(text, { reason: fault.message });
  return (
    <Notice
      kind={isWarning ? 'warning' : 'danger'}
      icon="alert-outline"
      title={say(title)}
      text={isWarning || waiting === 0 ? sentence : `${say(text, { reason: fault.message })} ${sentence}`}
      action={<TextButton onClick={app.tryNow}>{say('tryNow')}</TextButton>}
    />
  );
}
