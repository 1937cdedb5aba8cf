import React, { useState, type MouseEvent } from 'react';
import { FormattedMessage } from 'react-intl';
import { useApp } from '../../app/app-context.tsx';
import { plainText } from '../../host/inline-markdown.ts';
import { MarkdownText } from '../../host/markdown-text.tsx';
import { Avatar, useUsername } from '../../host/person.tsx';
import { messageProps, useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { AnswerRefusal } from './answer-refusal.tsx';
import { DeclineField } from './decline-field.tsx';
import { focusNextRow } from './focus-next-row.ts';
import { useSayAgo } from './use-say-ago.ts';
import { RowMeta } from './row-meta.tsx';
import { useRowLinks } from './use-row-links.ts';

const TAGS = { b: (words: React.ReactNode) => <strong key="b">{words}</strong> };

/** What somebody asks of the person, and the answers to it. */
export function RequestRow({ row }: { row: Row }) {
  const app = useApp();
  const say = useSay();
  const ago = useSayAgo();
  const links = useRowLinks();
  const { todo } = row;
  const name = useUsername(todo.creatorId) || say('someone');
  const [isDeclining, setDeclining] = useState(false);
  const text = plainText(todo.text);

  function accept(event: MouseEvent): void {
    focusNextRow(event.currentTarget);
    const said = say('request.acceptedText', { text });
    app.actions.announceWhenTaken(app.actions.request(todo, 'accepted', said), said);
  }

  function complete(event: MouseEvent): void {
    focusNextRow(event.currentTarget);
    app.actions.announceWhenTaken(app.actions.setState(todo, 'done'), say('announce.done', { text }));
  }

  function decline(reason: string, from: Element): void {
    focusNextRow(from);
    const said = say('request.declinedText', { text });
    app.actions.announceWhenTaken(app.actions.request(todo, 'declined', said, reason), said);
  }

  return (
    <li className="todo-node-request" tabIndex={-1} onClick={links.onClick}>
      <Avatar userId={todo.creatorId} size={20} />
      <div className="todo-node-row-body">
        <div className="todo-node-request-head">
          <FormattedMessage {...messageProps('request.asks')} values={{ ...TAGS, name }} />
          {todo.requestedAt !== null && ` · ${ago(todo.requestedAt)}`}
        </div>
        <div className="todo-node-text todo-node-text--whole" dir="auto">
          <MarkdownText text={todo.text} />
        </div>
        <RowMeta
          id={`todo-node-meta-${row.key}`}
          todo={todo}
          doneAt={null}
          showsPeople={false}
          isWhole={false}
          tabIndex={0}
        />
        <AnswerRefusal row={row} />
        {isDeclining ? (
          <DeclineField name={name} onDecline={decline} onCancel={() => setDeclining(false)} />
        ) : (
          <div className="todo-node-request-buttons" role="group" aria-label={text}>
            <TextButton kind="primary" onClick={accept}>
              {say('request.accept')}
            </TextButton>
            <TextButton kind="tertiary" onClick={() => setDeclining(true)}>
              {say('request.decline')}
            </TextButton>
            <TextButton onClick={complete}>{say('request.alreadyDone')}</TextButton>
          </div>
        )}
      </div>
    </li>
  );
}
