import React from 'react';
import { useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import { basename } from './globals.ts';
import { userById } from './host-state.ts';

/** Empty while Mattermost has not told us who that is. */
export function useUsername(userId: string): string {
  return useSelector((state: GlobalState) => userById(state, userId)?.username ?? '');
}

export function Avatar({ userId, size }: { userId: string; size: 14 | 20 }) {
  const changedAt = useSelector((state: GlobalState) => userById(state, userId)?.last_picture_update ?? 0);
  return (
    <img
      className="todo-node-avatar"
      src={`${basename()}/api/v4/users/${userId}/image?_=${changedAt}`}
      width={size}
      height={size}
      alt=""
      loading="lazy"
    />
  );
}
