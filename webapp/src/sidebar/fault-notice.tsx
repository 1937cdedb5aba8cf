import React from 'react';
import { useApp, useModel } from '../app/app-context.tsx';
import { FAULT_TEXTS } from '../host/fault-texts.ts';
import { FAULT_TITLES } from '../host/fault-titles.ts';
import { useSay } from '../host/sidebar-texts.ts';
import { isPassing as passesByItself } from '../model/connection.ts';
import { waitingCount } from '../model/select-list.ts';
import type { Fault } from '../model/state.ts';
import { Notice } from '../ui/notice.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { NextTry } from './next-try.tsx';

/** Above the field: why nothing gets through at the moment, and what becomes of what is written. */
export function FaultNotice({ fault }: { fault: Fault }) {
  const app = useApp();
  const say = useSay();
  const waiting = useModel(waitingCount);
  const retryAt = useModel((state) => state.connection.retryAt);
  const isPassing = passesByItself(fault.kind);
  const kept = waiting > 0 ? say('fault.kept', { count: waiting }) : '';
  const saysReason = fault.kind !== 'busy' && !(waiting > 0 && isPassing);
  const reason = saysReason ? say(FAULT_TEXTS[fault.kind], { reason: fault.message }) : '';
  return (
    <Notice
      kind={isPassing ? 'warning' : 'danger'}
      icon="alert-outline"
      title={say(FAULT_TITLES[fault.kind])}
      text={
        <>
          {[reason, kept].filter((one) => one !== '').join(' ')}
          {isPassing && (
            <div>
              <NextTry at={retryAt} />
            </div>
          )}
        </>
      }
      action={<TextButton onClick={app.tryNow}>{say('tryNow')}</TextButton>}
    />
  );
}
