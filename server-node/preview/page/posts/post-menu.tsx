import React, { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useSelector } from 'react-redux';
import type { Post } from '@mattermost/types/posts';
import { Client4 } from '../connect/client.ts';
import { usePage } from '../page-context.ts';
import type { PageState } from '../store/state.ts';

/** The buttons that appear on a post under the pointer: reply, and the menu with plugins' entries. */
export function PostActions({ post, place }: { post: Post; place: 'CENTER' | 'RHS' }) {
  const intl = useIntl();
  const { store } = usePage();
  const [open, setOpen] = useState(false);
  const rootId = post.root_id === '' ? post.id : post.root_id;
  return (
    <div className={`post-actions ${open ? 'post-actions--open' : ''}`}>
      {place === 'CENTER' && (
        <button
          type="button"
          id={`${place}_commentIcon_${post.id}`}
          className="btn btn-icon btn-sm"
          aria-label={intl.formatMessage({ id: 'page.reply_action' })}
          onClick={() => store.dispatch({ type: 'SELECT_POST', postId: rootId })}
        >
          <i className="icon icon-reply-outline" />
        </button>
      )}
      <button
        type="button"
        id={`${place}_button_${post.id}`}
        className="btn btn-icon btn-sm"
        aria-label={intl.formatMessage({ id: 'page.more' })}
        aria-expanded={open}
        aria-haspopup="menu"
        onClick={() => setOpen(!open)}
      >
        <i className="icon icon-dots-horizontal" />
      </button>
      {open && <PostMenu post={post} place={place} onClose={() => setOpen(false)} />}
    </div>
  );
}

function PostMenu({ post, place, onClose }: { post: Post; place: string; onClose: () => void }) {
  const intl = useIntl();
  const { store } = usePage();
  const menu = useRef<HTMLUListElement>(null);
  const entries = useSelector((state: PageState) => state.plugins.components.PostDropdownMenu);
  const mine = useSelector((state: PageState) => state.entities.users.currentUserId === post.user_id);
  useCloseOnOutside(menu, onClose);
  const entry = (key: string, text: React.ReactNode, action: () => unknown) => (
    <li key={key} role="none">
      <button
        type="button"
        role="menuitem"
        id={key}
        onClick={() => {
          onClose();
          void action();
        }}
      >
        {text}
      </button>
    </li>
  );
  return (
    <ul ref={menu} id={`${place}_dropdown_${post.id}`} className="post-menu" role="menu">
      {entry(`reply_to_post_${post.id}`, intl.formatMessage({ id: 'page.reply_action' }), () =>
        store.dispatch({ type: 'SELECT_POST', postId: post.root_id || post.id }),
      )}
      {entries
        .filter(({ filter }) => filter?.(post.id) ?? true)
        .map(({ id, text, action }) => entry(`${id}_pluginmenuitem`, text, () => action(post.id)))}
      {mine &&
        entry(`delete_post_${post.id}`, intl.formatMessage({ id: 'page.delete' }), () =>
          Client4.deletePost(post.id),
        )}
    </ul>
  );
}

function useCloseOnOutside(menu: React.RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    menu.current?.querySelector('button')?.focus();
    const onPointer = (event: Event) => {
      if (!(event.target instanceof Node && menu.current?.contains(event.target))) onClose();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [menu, onClose]);
}
