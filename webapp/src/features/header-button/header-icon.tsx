import React, { useRef } from 'react';
import { useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import { modelState } from '../../app/app.ts';
import { currentChannel, currentUserId } from '../../host/host-state.ts';
import { personListKey } from '../../model/list-names.ts';
import { viewCount } from '../../model/views.ts';
import { dueCount, openCount } from '../../model/select-list.ts';
import { BadgeWords } from './badge-words.tsx';
import { Sign } from './sign.tsx';
import { useKeysOfButton } from './use-keys-of-button.ts';

/** More do not fit beside the sign. */
const MOST = 99;

interface Props {
  /** The app bar acts only where there is a channel; in Threads and Drafts the icon does it itself. */
  onNoChannel: () => void;
}

/**
 * The sign in the app bar, or in the channel's header where there is no app bar, and how much is overdue, due today, or waits
 * for an answer; a
 * backend that keeps no dates only tells how much is open.
 */
export function HeaderIcon({ onNoChannel }: Props) {
  const own = useRef<HTMLDivElement>(null);
  useKeysOfButton(own);
  const open = useSelector((state: GlobalState) =>
    openCount(modelState(state), personListKey(currentUserId(state))),
  );
  const due = useSelector((state: GlobalState) => dueCount(modelState(state)));
  const keepsDates = useSelector((state: GlobalState) => modelState(state).me?.readsDates === true);
  const requests = useSelector((state: GlobalState) => viewCount(modelState(state), 'requests'));
  const count = (keepsDates ? due : open) + requests;
  const hasChannel = useSelector((state: GlobalState) => currentChannel(state) !== undefined);
  return (
    <div ref={own} className="todo-node-badge" onClick={hasChannel ? undefined : onNoChannel}>
      <Sign />
      <div className="todo-node-spoken">
        <BadgeWords />
      </div>
      {count > 0 && (
        <div className="todo-node-badge-count" aria-hidden="true">
          {count > MOST ? `${MOST}+` : count}
        </div>
      )}
    </div>
  );
}
