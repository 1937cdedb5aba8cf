import React, { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useApp } from '../../app/app-context.tsx';
import { plainText } from '../../host/inline-markdown.ts';
import { Avatar } from '../../host/person.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import { channelOfList, ownerOfList } from '../../model/list-names.ts';
import type { Row } from '../../model/select-rows.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { useEndPick } from './pick-session.ts';
import { useFoundPeople } from './use-found-people.ts';

interface Choice {
  /** `null`: nobody. */
  id: string | null;
  name: string;
  more: string;
}

/** Who is to do it: in a person's own list it is sent to somebody, in a channel's one of the channel has it. */
export function PersonPicker({ row }: { row: Row }) {
  const app = useApp();
  const say = useSay();
  const end = useEndPick();
  const { todo } = row;
  const isSent = ownerOfList(todo.listId) !== null;
  const [name, setName] = useState('');
  const [at, setAt] = useState(0);
  const found = useFoundPeople(name.trim().replace(/^@/, ''), channelOfList(todo.listId));
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  useEffect(() => field.current?.focus(), []);

  const people = found === null || found === 'failed' ? [] : found;
  const choices: Choice[] = [
    ...people
      .filter(({ id }) => id !== todo.assigneeId && !(isSent && id === todo.creatorId))
      .map(({ id, username, first_name, last_name }) => ({
        id,
        name: username,
        more: id === app.userId ? say('assign.me') : [first_name, last_name].filter(Boolean).join(' '),
      })),
    ...(!isSent && todo.assigneeId !== null && name === ''
      ? [{ id: null, name: say('assign.nobody'), more: '' }]
      : []),
  ];
  const current = Math.min(at, choices.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  function choose({ id, name: chosen }: Choice): void {
    const text = plainText(todo.text);
    const said =
      id === null
        ? say('assign.toNobody', { text })
        : say(isSent ? 'assign.sent' : 'assign.assigned', { text, name: chosen });
    app.actions.announceWhenTaken(app.actions.assign(todo, id, said), said);
    end(row.key);
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = choices[current];
    if (step !== 0) setAt((current + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else if (event.key === 'Escape') end(row.key);
    else return;
    event.preventDefault();
  }

  return (
    <div className="todo-node-picker" onKeyDown={onKeyDown}>
      <div className="todo-node-field-frame">
        <Icon name="account-plus-outline" />
        <input
          ref={field}
          className="todo-node-field"
          role="combobox"
          aria-label={say(isSent ? 'assign.sendTo' : 'assign.assignTo')}
          aria-expanded={choices.length > 0}
          aria-controls={listId}
          aria-activedescendant={current >= 0 ? optionId(current) : undefined}
          aria-autocomplete="list"
          placeholder={say(isSent ? 'assign.sendTo' : 'assign.assignTo')}
          value={name}
          onChange={({ target }) => {
            setName(target.value);
            setAt(0);
          }}
        />
        <IconButton icon="close" size={24} label={say('cancel')} onClick={() => end(row.key)} />
      </div>
      {found === null && <Loading label={say('loading')} />}
      {found !== null && choices.length === 0 && (
        <div className="todo-node-error-line" role="status">
          <span>{say(found === 'failed' ? 'messageUnreachable' : 'assign.none')}</span>
        </div>
      )}
      <div id={listId} role="listbox" className="todo-node-people" aria-label={say('assign.people')}>
        {choices.map((choice, index) => (
          <div
            key={choice.id ?? ''}
            id={optionId(index)}
            role="option"
            aria-selected={index === current}
            className="todo-node-person"
            onMouseDown={(event) => event.preventDefault()}
            onMouseEnter={() => setAt(index)}
            onClick={() => choose(choice)}
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
