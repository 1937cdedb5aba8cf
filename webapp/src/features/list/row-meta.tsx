import React from 'react';
import { useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import type { SourceView, TodoView } from '@todo-node/server/contract/todo-view';
import { useModel } from '../../app/app-context.tsx';
import { basename } from '../../host/globals.ts';
import { channelById, currentUserId, postById, titleOfChannel, userById } from '../../host/host-state.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { permalinkPath } from '../../host/permalink.ts';
import { Avatar, useUsername } from '../../host/person.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import { channelOfList } from '../../model/list-names.ts';
import { isKnownState } from '../../model/states.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useListClock, useSayMoment } from './list-clock.ts';
import { WhenParts } from './when-parts.tsx';

interface Props {
  id: string;
  todo: TodoView;
  doneAt: number | null;
  showsPeople: boolean;
  /** The notes stand in full below. */
  isWhole: boolean;
  tabIndex: number;
}

/** The second line of a row: each part only if there is something to say. */
export function RowMeta({ id, todo, doneAt, showsPeople, isWhole, tabIndex }: Props) {
  const say = useSay();
  const own = useSelector(currentUserId);
  const author = useSourceAuthor(todo.source);
  const isNamed = todo.state !== 'waiting' && ![own, author, ''].includes(todo.creatorId);
  const isNamedState = !isKnownState(todo.state);
  const isDated = doneAt === null && (todo.due !== null || todo.reminders.length > 0);
  const channelId = useListClock().isView ? channelOfList(todo.listId) : null;
  const showsNotes = todo.notes !== '' && !isWhole;
  const hasPlace = channelId !== null || todo.source !== null;
  if (!isNamed && !isNamedState && !isDated && !hasPlace && !showsNotes && doneAt === null) return null;
  return (
    <div className="todo-node-meta" id={id}>
      {isNamedState && (
        <span className="todo-node-meta-part">{say('stateNamed', { state: todo.state })}</span>
      )}
      {isDated && <WhenParts todo={todo} />}
      {doneAt !== null && <DoneAt at={doneAt} todoId={todo.id} showsPeople={showsPeople} />}
      {showsNotes && (
        <span className="todo-node-meta-part">
          <Icon name="text-box-outline" />
          <span className="todo-node-spoken">{say('notes')}: </span>
          <span dir="auto">{plainText(todo.notes)}</span>
        </span>
      )}
      {channelId !== null && <ChannelName channelId={channelId} />}
      {isNamed && <Creator userId={todo.creatorId} />}
      {todo.source !== null && <Source source={todo.source} listId={todo.listId} tabIndex={tabIndex} />}
    </div>
  );
}

/** Who wrote the message; `null` where there is none or Mattermost does not have it here. */
const useSourceAuthor = (source: SourceView | null) =>
  useSelector((state: GlobalState) =>
    source === null ? null : (postById(state, source.postId)?.user_id ?? null),
  );

function DoneAt({ at, todoId, showsPeople }: { at: number; todoId: string; showsPeople: boolean }) {
  const moment = useSayMoment();
  const say = useSay();
  const name = useUsername(useModel((state) => state.doneBy[todoId] ?? ''));
  return (
    <span className="todo-node-meta-part">
      <Icon name="check" />
      {showsPeople && name !== '' && (
        <>
          <span className="todo-node-spoken">{say('doneBy')} </span>
          <span>{name}</span>
          <span aria-hidden="true">·</span>
        </>
      )}
      <time dateTime={new Date(at).toISOString()}>{moment(at)}</time>
    </span>
  );
}

const CHANNEL_ICONS: Record<string, IconName> = {
  P: 'lock-outline',
  D: 'account-multiple-outline',
  G: 'account-multiple-outline',
};

/** Whose list it is of, where rows of several stand together. */
function ChannelName({ channelId }: { channelId: string }) {
  const say = useSay();
  const channel = useSelector((state: GlobalState) => channelById(state, channelId));
  const name = useSelector((state: GlobalState) =>
    channel === undefined ? '' : titleOfChannel(state, channel),
  );
  return (
    <span className="todo-node-meta-part">
      <Icon name={CHANNEL_ICONS[channel?.type ?? 'O'] ?? 'globe'} />
      <span className="todo-node-spoken">{say('listOf')} </span>
      <span>{name === '' ? say('tab.channelShort') : name}</span>
    </span>
  );
}

function Creator({ userId }: { userId: string }) {
  const name = useUsername(userId);
  const say = useSay();
  return (
    <span className="todo-node-meta-part">
      <Avatar userId={userId} size={14} />
      <span className="todo-node-spoken">{say('addedBy')} </span>
      {name === '' ? say('someone') : name}
    </span>
  );
}

/** Leads back to the message. Its author where Mattermost has the message here, else its channel, if that says anything. */
function Source({ source, listId, tabIndex }: { source: SourceView; listId: string; tabIndex: number }) {
  const say = useSay();
  const path = useSelector((state: GlobalState) => permalinkPath(state, source));
  const name = useSelector((state: GlobalState) => {
    const author = userById(state, postById(state, source.postId)?.user_id ?? '')?.username;
    const isOfList = channelOfList(listId) === source.channelId;
    const channel = isOfList ? undefined : channelById(state, source.channelId);
    return author ?? (channel === undefined ? '' : titleOfChannel(state, channel));
  });
  const label = name === '' ? say('message') : name;

  return (
    <a className="todo-node-meta-part todo-node-source" href={basename() + path} tabIndex={tabIndex}>
      <Icon name="message-text-outline" />
      <span className="todo-node-spoken">{say('goToMessage')}: </span>
      <span>{label}</span>
    </a>
  );
}
