import React, { useMemo } from 'react';
import { FormattedMessage, FormattedTime } from 'react-intl';
import { useSelector } from 'react-redux';
import type { Post } from '@mattermost/types/posts';
import { formatText } from '../markdown/format-text.ts';
import { messageHtmlToComponent } from '../markdown/message-html.tsx';
import { usePage } from '../page-context.ts';
import type { PageState } from '../store/state.ts';
import { replyCount } from '../store/selectors.ts';
import { Attachments } from './attachments.tsx';
import { PostActions } from './post-menu.tsx';
import { Reactions } from './reactions.tsx';

export function PostRow({ post, place }: { post: Post; place: 'CENTER' | 'RHS' }) {
  const { basePath } = usePage();
  const author = useSelector((state: PageState) => state.entities.users.profiles[post.user_id]);
  const isSystem = post.type.startsWith('system_') && post.type !== 'system_ephemeral';
  const id = place === 'CENTER' ? `post_${post.id}` : `rhsPost_${post.id}`;
  return (
    <div id={id} className={`post ${isSystem ? 'post--system' : ''}`} data-testid="postView">
      <img
        className="post__avatar"
        src={`${basePath}/api/v4/users/${post.user_id}/image`}
        width={32}
        height={32}
        alt=""
      />
      <div className="post__content">
        <div className="post__header">
          <span className="user-popover">{author?.username ?? '…'}</span>
          {author?.is_bot === true && <span className="Tag">BOT</span>}
          <time className="post__time" dateTime={new Date(post.create_at).toISOString()}>
            <FormattedTime value={post.create_at} />
          </time>
          {post.type === 'system_ephemeral' && (
            <span className="post__visibility">
              <FormattedMessage id="page.only_you" />
            </span>
          )}
        </div>
        <PostBody post={post} />
        {place === 'CENTER' && post.type !== 'system_ephemeral' && <ThreadFooter post={post} />}
      </div>
      {post.type !== 'system_ephemeral' && post.state !== 'DELETED' && (
        <PostActions post={post} place={place} />
      )}
    </div>
  );
}

function PostBody({ post }: { post: Post }) {
  const custom = useSelector((state: PageState) =>
    state.plugins.components.PostType.find(({ type }) => type === post.type),
  );
  const html = useMemo(() => formatText(post.message), [post.message]);
  if (post.state === 'DELETED') {
    return (
      <div className="post__body post__body--deleted">
        <FormattedMessage id="page.deleted" />
      </div>
    );
  }
  const Custom = custom?.component;
  return (
    <div className="post__body">
      <div className="post-message__text" id={`postMessageText_${post.id}`}>
        {Custom === undefined ? messageHtmlToComponent(html) : <Custom post={post} />}
        {post.edit_at > 0 && (
          <span className="post-edited__indicator">
            <FormattedMessage id="page.edited" />
          </span>
        )}
      </div>
      <Attachments post={post} />
      <Reactions postId={post.id} />
    </div>
  );
}

function ThreadFooter({ post }: { post: Post }) {
  const { store } = usePage();
  const count = useSelector((state: PageState) => replyCount(state, post.id));
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="ReplyButton btn btn-quaternary btn-xs"
      onClick={() => store.dispatch({ type: 'SELECT_POST', postId: post.id })}
    >
      <i className="icon icon-reply-outline" /> <FormattedMessage id="page.replies" values={{ count }} />
    </button>
  );
}
