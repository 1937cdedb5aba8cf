import React from 'react';
import { useApp, useModel } from '../app/app-context.tsx';
import { FAULT_TEXTS } from '../host/fault-texts.ts';
import { useSay } from '../host/texts.ts';
import { waitingCount } from '../model/select-list.ts';
import type { Fault } from '../model/state.ts';
import { Notice } from '../ui/notice.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { NextTry } from './next-try.tsx';

/** Faults that pass by themselves. */
const PASSING: ReadonlySet<Fault['kind']> = new Set(['offline', 'unreachable', 'busy']);

/** Above the field: why nothing gets through at the moment, and what becomes of what is written. */
export function FaultNotice({ fault }: { fault: Fault }) {
  const app = useApp();
  const say = useSay();
  const waiting = useModel(waitingCount);
  const isPassing = PASSING.has(fault.kind);
  const [title, text] = FAULT_TEXTS[fault.kind];
  const kept = waiting > 0 ? say('fault.kept', { count: waiting }) : '';
  const reason = waiting > 0 && isPassing ? '' : say(text, { reason: fault.message });
  return (
    <Notice
      kind={isPassing ? 'warning' : 'danger'}
      icon="alert-outline"
      title={say(title)}
      text={
        fault.kind === 'busy' ? (
          <NextTry at={fault.retryAt} />
        ) : (
          [reason, kept].filter((one) => one !== '').join(' ')
        )
      }
      action={<TextButton onClick={app.tryNow}>{say('tryNow')}</TextButton>}
    />
  );
}
