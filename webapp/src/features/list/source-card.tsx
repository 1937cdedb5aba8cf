import React, { useEffect, useState } from 'react';
import { useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import type { SourceView } from '@todo-node/server/contract/todo-view';
import { useApp } from '../../app/app-context.tsx';
import type { PostPreview } from '../../host/find-post.ts';
import { basename } from '../../host/globals.ts';
import { channelById, postById, titleOfChannel } from '../../host/host-state.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { languageOfText } from '../../host/language-of-text.ts';
import { permalinkPath } from '../../host/permalink.ts';
import { Avatar, useUsername } from '../../host/person.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import { useSayMoment } from './list-clock.ts';

interface Props {
  source: SourceView;
  tabIndex: number;
}

type Seen = PostPreview | 'gone' | 'unreachable';

/**
 * The message that a to-do was made from: who wrote it, where and when, and its first line. It is read anew each time it
 * is shown, with the person's own rights, and nothing of it is kept.
 */
export function SourceCard({ source, tabIndex }: Props) {
  const say = useSay();
  const seen = useSeen(source.postId);
  if (seen === null) return null;
  return (
    <section className="todo-node-source-card" aria-label={say('fromThisMessage')}>
      <div className="todo-node-source-title">{say('fromThisMessage')}</div>
      {typeof seen === 'string' ? (
        <div className="todo-node-meta">{say(seen === 'gone' ? 'messageGone' : 'messageUnreachable')}</div>
      ) : (
        <Message preview={seen} source={source} tabIndex={tabIndex} />
      )}
    </section>
  );
}

/** Null until Mattermost has answered. */
function useSeen(postId: string): Seen | null {
  const app = useApp();
  const [seen, setSeen] = useState<Seen | null>(null);
  const isDeleted = useSelector((state: GlobalState) => postById(state, postId)?.state === 'DELETED');
  useEffect(() => {
    let isLeft = false;
    void app.readPost(postId).then((next) => {
      if (isLeft) return;
      setSeen(next);
      if (typeof next !== 'string') void app.loadProfiles([next.authorId]);
    });
    return () => {
      isLeft = true;
    };
  }, [app, postId]);
  return isDeleted ? 'gone' : seen;
}

function Message({ preview, source, tabIndex }: Props & { preview: PostPreview }) {
  const moment = useSayMoment();
  const say = useSay();
  const path = useSelector((state: GlobalState) => permalinkPath(state, source));
  const channel = useSelector((state: GlobalState) => {
    const found = channelById(state, source.channelId);
    return found === undefined ? '' : titleOfChannel(state, found);
  });
  const author = useUsername(preview.authorId);
  return (
    <>
      <div className="todo-node-meta">
        <Avatar userId={preview.authorId} size={20} />
        <span className="todo-node-source-author">{author === '' ? say('someone') : author}</span>
        {channel !== '' && <span>{channel}</span>}
        <time dateTime={new Date(preview.at).toISOString()}>{moment(preview.at)}</time>
      </div>
      <a
        className="todo-node-source-line"
        href={basename() + path}
        tabIndex={tabIndex}
        lang={languageOfText(preview.firstLine)}
        dir="auto"
      >
        {preview.firstLine === '' ? say('goToMessage') : plainText(preview.firstLine)}
      </a>
    </>
  );
}
