import React from 'react';
import { FAULT_TITLES } from '../../host/fault-titles.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Fault } from '../../model/state.ts';
import { Icon } from '../../ui/icon.tsx';
import { TextButton } from '../../ui/text-button.tsx';

/** In the group of the done ones, below those that are here already: the open ones are not touched. */
export function DoneFault({ fault, onRetry }: { fault: Fault; onRetry: () => void }) {
  const say = useSay();
  const reason = fault.kind === 'refused' ? fault.message : say(FAULT_TITLES[fault.kind]);
  return (
    <div className="todo-node-error-line todo-node-done-fault" role="alert">
      <Icon name="alert-circle-outline" />
      <span className="todo-node-error-text">{say('doneFault', { reason })}</span>
      <TextButton onClick={onRetry}>{say('retry')}</TextButton>
    </div>
  );
}
