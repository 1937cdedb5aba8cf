import React from 'react';
import type { PostPlace } from '../../host/find-post.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

interface Props {
  trouble: Exclude<PostPlace, 'there'>;
  tabIndex: number;
  onEnd: () => void;
}

/** Why a link of the row leads nowhere. */
export function LinkTrouble({ trouble, tabIndex, onEnd }: Props) {
  const say = useSay();
  return (
    <div className="todo-node-error-line" role="alert">
      <Icon name="alert-circle-outline" />
      <span className="todo-node-error-text">
        {say(trouble === 'gone' ? 'messageGone' : 'messageUnreachable')}
      </span>
      <IconButton icon="close" size={24} tabIndex={tabIndex} label={say('dismiss')} onClick={onEnd} />
    </div>
  );
}
