import React, { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Loading } from '../ui/loading.tsx';
import type { FoundPerson } from './find-people.ts';
import { Avatar } from './person.tsx';
import { useSay } from './sidebar-texts.ts';

export interface PersonChoice {
  /** `null`: nobody. */
  id: string | null;
  name: string;
  more: string;
}

export const choiceOf = ({ id, username, first_name, last_name }: FoundPerson): PersonChoice => ({
  id,
  name: username,
  more: [first_name, last_name].filter(Boolean).join(' '),
});

interface Props {
  label: string;
  describedBy?: string;
  typed: string;
  /** `null`: not known yet; `failed`: Mattermost does not say; left out: nobody is looked for. */
  choices?: readonly PersonChoice[] | 'failed' | null | undefined;
  fieldRef?: RefObject<HTMLInputElement>;
  onType: (typed: string) => void;
  onChoose: (choice: PersonChoice) => void;
  /** By Escape or the button; where it is left out there is nothing to be closed. */
  onClose?: () => void;
}

/** A field for a name, and below it those who are called so. */
export function PersonField({
  label,
  describedBy,
  typed,
  choices,
  fieldRef,
  onType,
  onChoose,
  onClose,
}: Props) {
  const say = useSay();
  const [at, setAt] = useState(0);
  const listId = useId();
  const people = Array.isArray(choices) ? (choices as readonly PersonChoice[]) : [];
  const current = Math.min(at, people.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return event.stopPropagation();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = people[current];
    const close = typed === '' ? onClose : (onClose ?? (() => onType('')));
    if (event.key === 'Escape' && close === undefined) return;
    event.stopPropagation();
    if (step !== 0) setAt((current + step + people.length) % Math.max(1, people.length));
    else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen);
    else if (event.key === 'Escape') close?.();
    else return;
    event.preventDefault();
  }

  return (
    <div className="todo-node-picker" onKeyDown={onKeyDown}>
      <div className="todo-node-field-frame">
        <Icon name="account-plus-outline" />
        <input
          ref={fieldRef}
          className="todo-node-field"
          role="combobox"
          aria-label={label}
          aria-describedby={describedBy}
          aria-expanded={people.length > 0}
          aria-controls={listId}
          aria-activedescendant={current >= 0 ? optionId(current) : undefined}
          aria-autocomplete="list"
          placeholder={label}
          value={typed}
          onChange={({ target }) => {
            onType(target.value);
            setAt(0);
          }}
        />
        {onClose !== undefined && (
          <IconButton icon="close" size={24} label={say('cancel')} onClick={onClose} />
        )}
      </div>
      {choices === null && <Loading label={say('loading')} />}
      {choices != null && people.length === 0 && (
        <div className="todo-node-error-line" role="status">
          <span>{say(choices === 'failed' ? 'messageUnreachable' : 'assign.none')}</span>
        </div>
      )}
      <div id={listId} role="listbox" className="todo-node-people" aria-label={say('assign.people')}>
        {people.map((choice, index) => (
          <div
            key={choice.id ?? ''}
            id={optionId(index)}
            role="option"
            aria-selected={index === current}
            className="todo-node-person"
            onMouseDown={(event) => event.preventDefault()}
            onMouseEnter={() => setAt(index)}
            onClick={() => onChoose(choice)}
          >
            {choice.id === null ? <Icon name="account-outline" /> : <Avatar userId={choice.id} size={20} />}
            <span className="todo-node-person-name">{choice.name}</span>
            <span className="todo-node-person-more">{choice.more}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
