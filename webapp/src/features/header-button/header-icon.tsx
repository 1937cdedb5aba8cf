import React from 'react';
import { useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import { modelState } from '../../app/app.ts';
import { currentChannel, currentUserId } from '../../host/host-state.ts';
import { useSay } from '../../host/texts.ts';
import { personListKey } from '../../model/list-names.ts';
import { openCount } from '../../model/select-list.ts';
import { Icon } from '../../ui/icon.tsx';

/** More do not fit into the circle. */
const MOST = 99;

interface Props {
  /** The app bar acts only where there is a channel; in Threads and Drafts the icon does it itself. */
  onNoChannel: () => void;
}

/** The circle in the app bar, or in the channel's header where there is no app bar. */
export function HeaderIcon({ onNoChannel }: Props) {
  const say = useSay();
  const count = useSelector((state: GlobalState) =>
    openCount(modelState(state), personListKey(currentUserId(state))),
  );
  const hasChannel = useSelector((state: GlobalState) => currentChannel(state) !== undefined);
  return (
    <div
      className={`todo-node-badge${count > MOST ? ' todo-node-badge--many' : ''}`}
      onClick={hasChannel ? undefined : onNoChannel}
    >
      <span className="todo-node-spoken">{say('badge', { count })}</span>
      <div aria-hidden="true">{count === 0 ? <Icon name="check" /> : count > MOST ? `${MOST}+` : count}</div>
    </div>
  );
}
