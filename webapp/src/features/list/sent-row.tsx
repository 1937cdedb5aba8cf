import React, { type MouseEvent } from 'react';
import { useApp } from '../../app/app-context.tsx';
import { plainText } from '../../host/inline-markdown.ts';
import { MarkdownText } from '../../host/markdown-text.tsx';
import { Avatar, useUsername } from '../../host/person.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { AnswerRefusal } from './answer-refusal.tsx';
import { focusNextRow } from './focus-next-row.ts';
import { useListClock } from './list-clock.ts';
import { WhenParts } from './when-parts.tsx';

const DAY_MS = 86_400_000;
type Fate = 'waiting' | 'accepted' | 'declined' | 'done';

const ICONS: Record<Fate, IconName> = {
  waiting: 'clock-outline',
  accepted: 'check',
  declined: 'close-circle-outline',
  done: 'check-circle-outline',
};

function fateOf({ state, request }: Row['todo']): Fate {
  if (state === 'done') return 'done';
  return request ?? 'accepted';
}

/** What became of a to-do that the person asked somebody to do. */
export function SentRow({ row }: { row: Row }) {
  const app = useApp();
  const say = useSay();
  const { manner } = useListClock();
  const { todo } = row;
  const fate = fateOf(todo);
  const name = useUsername(todo.assigneeId ?? '') || say('someone');
  const reason = todo.requestReason;
  const text = plainText(todo.text);
  const words: Record<Fate, string> = {
    waiting: say('request.waitingFor', { name }),
    accepted: say('request.accepted'),
    declined: reason === '' ? say('request.declined') : say('request.declinedBecause', { reason }),
    done: say('done'),
  };
  // The backend lets nobody be asked again within a day.
  const canBump = fate === 'waiting' && manner.now - (todo.requestedAt ?? Infinity) >= DAY_MS;

  function takeBack(event: MouseEvent): void {
    focusNextRow(event.currentTarget);
    const said = say('request.takenBack', { text });
    app.actions.announceWhenTaken(app.actions.request(todo, 'taken_back', said), said);
  }

  function bump(): void {
    const said = say('request.bumped', { name });
    app.actions.announceWhenTaken(app.actions.request(todo, 'bumped', said), said);
  }

  return (
    <li className={`todo-node-request todo-node-sent todo-node-sent--${fate}`} tabIndex={-1}>
      <Icon name={ICONS[fate]} />
      <div className="todo-node-row-body">
        <div className="todo-node-text" dir="auto">
          <MarkdownText text={todo.text} />
        </div>
        <div className="todo-node-meta">
          <span className="todo-node-sent-fate">{words[fate]}</span>
          {fate !== 'done' && <WhenParts todo={todo} />}
          {(fate === 'waiting' || fate === 'declined') && (
            <TextButton onClick={takeBack} label={`${say('request.takeBack')}: ${text}`}>
              {say('request.takeBack')}
            </TextButton>
          )}
          {canBump && (
            <TextButton onClick={bump} label={`${say('request.bump')}: ${text}`}>
              {say('request.bump')}
            </TextButton>
          )}
        </div>
        <AnswerRefusal row={row} />
      </div>
      {todo.assigneeId !== null && (
        <span title={name}>
          <Avatar userId={todo.assigneeId} size={20} />
        </span>
      )}
    </li>
  );
}
