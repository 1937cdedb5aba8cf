import React, { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { shallowEqual, useSelector } from 'react-redux';
import { loadThread } from '../connect/load-posts.ts';
import { usePage } from '../page-context.ts';
import type { PageState } from '../store/state.ts';
import { threadPosts } from '../store/selectors.ts';
import { Composer } from './composer.tsx';
import { PostRow } from './post-row.tsx';

export function ThreadView({ rootId }: { rootId: string }) {
  const { store } = usePage();
  const intl = useIntl();
  const posts = useSelector((state: PageState) => threadPosts(state, rootId), shallowEqual);
  const channelId = posts[0]?.channel_id ?? '';
  useEffect(() => {
    void loadThread(store, rootId).catch(console.error);
  }, [store, rootId]);
  return (
    <div className="ThreadViewer">
      <div className="post-list" role="log">
        {posts.map((post) => (
          <PostRow key={post.id} post={post} place="RHS" />
        ))}
      </div>
      <Composer
        id="reply_textbox"
        channelId={channelId}
        rootId={rootId}
        placeholder={intl.formatMessage({ id: 'page.reply' })}
      />
    </div>
  );
}
