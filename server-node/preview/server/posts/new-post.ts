import { newId } from '../site/ids.ts';
import type { Post } from '../site/records.ts';
import { completeAttachments } from './attachments.ts';

export type WantedPost = Pick<Post, 'user_id' | 'channel_id' | 'message'> &
  Partial<Pick<Post, 'root_id' | 'type' | 'props' | 'create_at'>>;

export function newPost(wanted: WantedPost, now: number): Post {
  const at = wanted.create_at ?? now;
  return {
    id: newId(),
    create_at: at,
    update_at: at,
    edit_at: 0,
    delete_at: 0,
    is_pinned: false,
    user_id: wanted.user_id,
    channel_id: wanted.channel_id,
    root_id: wanted.root_id ?? '',
    message: wanted.message,
    type: wanted.type ?? '',
    props: completeProps(wanted.props ?? {}),
    hashtags: hashtagsOf(wanted.message),
  };
}

export const completeProps = (props: Post['props']): Post['props'] =>
  'attachments' in props ? { ...props, attachments: completeAttachments(props['attachments']) } : props;

export const hashtagsOf = (message: string): string =>
  [...message.matchAll(/(?:^|\s)(#[\p{L}][\p{L}\p{N}_-]+)/gu)].map(([, tag]) => tag).join(' ');
