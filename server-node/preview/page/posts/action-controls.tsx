import React, { useState } from 'react';
import { Client4 } from '../connect/client.ts';

export interface Action {
  id: string;
  name: string;
  type?: string;
  style?: string;
  options?: { text: string; value: string }[] | null;
}

interface ActionProps {
  action: Action;
  /** While something pressed is under way nothing else is. */
  disabled: boolean;
  press: (actionId: string, option?: string) => void;
}

/** What can be pressed below a post. */
export function ActionControls({ postId, actions }: { postId: string; actions: readonly Action[] }) {
  const [failure, setFailure] = useState('');
  const [disabled, setDisabled] = useState(false);
  if (actions.length === 0) return null;
  const press = (actionId: string, option = '') => {
    setDisabled(true);
    setFailure('');
    Client4.doPostActionWithCookie(postId, actionId, '', option)
      .catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)))
      .finally(() => setDisabled(false));
  };
  return (
    <div className="attachment-actions">
      {actions.map((action) => {
        const props = { action, disabled, press };
        return action.type === 'select' ? (
          <ActionSelect key={action.id} {...props} />
        ) : (
          <ActionButton key={action.id} {...props} />
        );
      })}
      {failure !== '' && <div className="has-error">{failure}</div>}
    </div>
  );
}

function ActionButton({ action, disabled, press }: ActionProps) {
  return (
    <button
      type="button"
      className={`btn btn-sm ${action.style === 'primary' ? 'btn-primary' : 'btn-tertiary'}`}
      data-action-id={action.id}
      disabled={disabled}
      onClick={() => press(action.id)}
    >
      {action.name}
    </button>
  );
}

function ActionSelect({ action, disabled, press }: ActionProps) {
  return (
    <select
      aria-label={action.name}
      data-action-id={action.id}
      disabled={disabled}
      value=""
      onChange={({ target }) => press(action.id, target.value)}
    >
      <option value="">{action.name}</option>
      {(action.options ?? []).map(({ text, value }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
