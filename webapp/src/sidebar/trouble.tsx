import React from 'react';
import { useApp, useModel } from '../app/app-context.tsx';
import { FAULT_TEXTS } from '../host/fault-texts.ts';
import { FAULT_TITLES } from '../host/fault-titles.ts';
import { useSay } from '../host/sidebar-texts.ts';
import { isPassing } from '../model/connection.ts';
import type { Fault } from '../model/state.ts';
import { Icon } from '../ui/icon.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { NextTry } from './next-try.tsx';

/** In place of a list that cannot be shown: what is wrong, what to do. */
export function Trouble({ fault }: { fault: Fault }) {
  const app = useApp();
  const say = useSay();
  const retryAt = useModel((state) => state.connection.retryAt);
  return (
    <div className="todo-node-empty" role="alert">
      <div className="todo-node-trouble-icon">
        <Icon name="alert-outline" />
      </div>
      <h3 className="todo-node-empty-title">{say(FAULT_TITLES[fault.kind])}</h3>
      <p className="todo-node-empty-text">
        {fault.kind === 'busy' ? '' : `${say(FAULT_TEXTS[fault.kind], { reason: fault.message })} `}
        {isPassing(fault.kind) && <NextTry at={retryAt} />}
      </p>
      <TextButton kind="tertiary" onClick={app.tryNow}>
        {say('tryNow')}
      </TextButton>
    </div>
  );
}
