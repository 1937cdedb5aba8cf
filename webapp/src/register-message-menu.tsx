import React, { type ComponentType } from 'react';
import { createPortal } from 'react-dom';
import { FormattedMessage } from 'react-intl';
import type { Post } from '@mattermost/types/posts';
import { canBeTodo, textOfPost, wordsOf } from './features/from-message/text-of-post.ts';
import { Toast, type Added } from './features/from-message/toast.tsx';
import { focusMessage } from './host/focus-message.ts';
import { postById, type HostStore } from './host/host-state.ts';
import { makeNotices, useNotice } from './host/notices.ts';
import type { HostRegistry } from './host/registry.ts';
import { messageProps } from './host/texts.ts';
import { personListKey } from './model/list-names.ts';
import { USUAL_LIMITS } from './model/usual-limits.ts';
import type { App, Provide } from './plugin.tsx';
import type { SidebarHandle } from './register-sidebar.tsx';

const loadDialog = () => import(/* webpackChunkName: "sidebar" */ './sidebar/safe-parts.tsx');

interface Asked {
  post: Post;
  Dialog: ComponentType<{ post: Post; onEnd: (added: Added | null) => void }>;
}

/** "Add to my to-dos" on messages: a dialog, and the toast that says what became of it. */
export function registerMessageMenu(
  registry: HostRegistry,
  store: HostStore,
  app: App,
  provide: Provide,
  sidebar: SidebarHandle,
): void {
  const notices = makeNotices<Added>();
  const dialogs = makeNotices<Asked>();
  const find = (postId: string) => postById(store.getState(), postId);

  async function ask(postId: string): Promise<void> {
    const post = find(postId);
    if (post === undefined) return;
    try {
      const { MessageDialog: Dialog } = await loadDialog();
      dialogs.show({ post, Dialog });
    } catch {
      addAsItIs(post);
    }
  }

  /** The dialog cannot be fetched now: the message goes to the person's own list, to be sent when it can be. */
  function addAsItIs(post: Post): void {
    const { me } = app.read();
    const listId = personListKey(app.userId);
    if (me?.program != null) {
      const text = wordsOf(post);
      const { requestId } = app.actions.runProgram(listId, 'add', text, null);
      return notices.show({ requestId, text, list: null });
    }
    const { text, notes } = textOfPost(post, me?.limits ?? USUAL_LIMITS);
    const source = { postId: post.id, channelId: post.channel_id };
    const { requestId } = app.actions.add(listId, text, source, notes, {
      said: { readDates: false },
    });
    notices.show({ requestId, text, list: null });
  }

  /** A thread's own window is laid out for one child of its root: with a second one beside it, it falls apart. */
  function Corner() {
    const added = useNotice(notices);
    const asked = useNotice(dialogs);
    const open = sidebar.opener();
    const onOpen = () => {
      open?.();
      notices.show(null);
    };
    const onEnd = (post: Post, next: Added | null) => {
      dialogs.clear();
      focusMessage(post.id);
      if (next !== null) notices.show(next);
    };
    return createPortal(
      provide(
        <>
          {added !== null && (
            <Toast key={added.requestId} added={added} onOpen={open && onOpen} onEnd={notices.clear} />
          )}
          {asked !== null && (
            <asked.Dialog key={asked.post.id} post={asked.post} onEnd={(next) => onEnd(asked.post, next)} />
          )}
        </>,
      ),
      document.body,
    );
  }

  registry.registerPostDropdownMenuAction(
    <FormattedMessage {...messageProps('addFromMessage')} />,
    (postId) => void ask(postId),
    (postId) => canBeTodo(find(postId)),
  );
  registry.registerRootComponent(Corner);
}
