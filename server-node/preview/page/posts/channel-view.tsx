import React, { useEffect, useLayoutEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { shallowEqual, useSelector } from 'react-redux';
import type { Channel } from '@mattermost/types/channels';
import { loadChannelPosts } from '../connect/load-posts.ts';
import { usePage } from '../page-context.ts';
import type { PageState } from '../store/state.ts';
import { channelTitle, rootPosts } from '../store/selectors.ts';
import { Composer } from './composer.tsx';
import { PostRow } from './post-row.tsx';

export function ChannelView({ channel }: { channel: Channel }) {
  const { store } = usePage();
  const intl = useIntl();
  const title = useSelector((state: PageState) => channelTitle(state, channel));
  useEffect(() => {
    void loadChannelPosts(store, channel.id).catch(console.error);
  }, [store, channel.id]);
  return (
    <>
      <PostList key={channel.id} channelId={channel.id} />
      <Composer
        key={`composer-${channel.id}`}
        id="post_textbox"
        channelId={channel.id}
        rootId=""
        placeholder={intl.formatMessage({ id: 'page.write' }, { channel: title })}
      />
    </>
  );
}

function PostList({ channelId }: { channelId: string }) {
  const posts = useSelector((state: PageState) => rootPosts(state, channelId), shallowEqual);
  const list = useRef<HTMLDivElement>(null);
  const newest = posts.at(-1)?.id;
  useLayoutEffect(() => {
    if (list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [newest]);
  return (
    <div id="postListContent" className="post-list" ref={list} role="log">
      {posts.length === 0 && (
        <p className="post-list__empty">
          <FormattedMessage id="page.empty" />
        </p>
      )}
      {posts.map((post) => (
        <PostRow key={post.id} post={post} place="CENTER" />
      ))}
    </div>
  );
}
