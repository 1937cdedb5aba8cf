import React from 'react';
import { useSay } from '../../host/sidebar-texts.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextButton } from '../../ui/text-button.tsx';

interface Props {
  /** Others did something to the to-do meanwhile: saving is a decision then. */
  isConflict: boolean;
  canSave: boolean;
  onSave: () => void;
  onKeep: () => void;
  onDiscard: () => void;
  /** The way to delete where there is no pointer to hover with; `null` for what is deleted already. */
  onDelete: (() => void) | null;
}

export function EditorButtons({ isConflict, canSave, onSave, onKeep, onDiscard, onDelete }: Props) {
  const say = useSay();
  return (
    <div className="todo-node-editor-buttons">
      <TextButton kind="primary" disabled={!canSave} onClick={isConflict ? onKeep : onSave}>
        {say(isConflict ? 'keepMine' : 'save')}
      </TextButton>
      <TextButton kind="tertiary" onClick={onDiscard}>
        {say(isConflict ? 'discardMine' : 'cancel')}
      </TextButton>
      {onDelete !== null && (
        <IconButton icon="trash-can-outline" size={24} label={say('delete')} onClick={onDelete} />
      )}
    </div>
  );
}
