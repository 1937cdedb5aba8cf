import React from 'react';
import { createPortal } from 'react-dom';
import { FormattedMessage } from 'react-intl';
import { canBeTodo, textOfPost, wordsOf } from './features/from-message/text-of-post.ts';
import { Toast, type Added } from './features/from-message/toast.tsx';
import { postById, type HostStore } from './host/host-state.ts';
import { makeNotices, useNotice } from './host/notices.ts';
import type { HostRegistry } from './host/registry.ts';
import { messageProps } from './host/texts.ts';
import { personListKey } from './model/list-names.ts';
import { USUAL_LIMITS } from './model/usual-limits.ts';
import type { App, Provide } from './plugin.tsx';
import type { SidebarHandle } from './register-sidebar.tsx';

/** "Add to my to-dos" on messages, and the toast that says what became of it. */
export function registerMessageMenu(
  registry: HostRegistry,
  store: HostStore,
  app: App,
  provide: Provide,
  sidebar: SidebarHandle,
): void {
  const notices = makeNotices<Added>();
  const find = (postId: string) => postById(store.getState(), postId);

  function add(postId: string): void {
    const post = find(postId);
    if (post === undefined) return;
    const { me } = app.read();
    const isProgram = me?.program != null;
    const { text, notes } = isProgram
      ? { text: wordsOf(post), notes: '' }
      : textOfPost(post, me?.limits ?? USUAL_LIMITS);
    const listId = personListKey(app.userId);
    const { requestId } = isProgram
      ? app.actions.runProgram(listId, 'add', text, null)
      : app.actions.add(listId, text, { postId, channelId: post.channel_id }, notes);
    notices.show({ requestId, text });
  }

  /** A thread's own window is laid out for one child of its root: with a second one beside it, it falls apart. */
  function Corner() {
    const added = useNotice(notices);
    if (added === null) return null;
    const open = sidebar.opener();
    const onOpen = () => {
      open?.();
      notices.show(null);
    };
    return createPortal(
      provide(<Toast key={added.requestId} added={added} onOpen={open && onOpen} onEnd={notices.clear} />),
      document.body,
    );
  }

  registry.registerPostDropdownMenuAction(
    <FormattedMessage {...messageProps('addFromMessage')} />,
    add,
    (postId) => canBeTodo(find(postId)),
  );
  registry.registerRootComponent(Corner);
}
