import { newId } from '../site/ids.ts';
import type { Bot, User } from '../site/records.ts';

export interface NewUser {
  username: string;
  password?: string;
  email?: string;
  first_name?: string;
  roles?: string;
  locale?: string;
  bot?: Bot;
}

export function newUser(wanted: NewUser, now: number): User {
  return {
    id: newId(),
    create_at: now,
    update_at: now,
    delete_at: 0,
    username: wanted.username,
    email: wanted.email ?? `${wanted.username}@localhost`,
    nickname: '',
    first_name: wanted.first_name ?? '',
    last_name: '',
    position: '',
    roles: wanted.roles ?? 'system_user',
    notify_props: NOTIFY_PROPS,
    last_password_update: now,
    locale: wanted.locale ?? 'en',
    timezone: { automaticTimezone: '', manualTimezone: '', useAutomaticTimezone: 'true' },
    password: wanted.password ?? '',
    ...(wanted.bot === undefined ? {} : { bot: wanted.bot }),
  };
}

const NOTIFY_PROPS = {
  channel: 'true',
  comments: 'never',
  desktop: 'mention',
  desktop_sound: 'true',
  desktop_threads: 'all',
  email: 'true',
  email_threads: 'all',
  first_name: 'false',
  mention_keys: '',
  push: 'mention',
  push_status: 'online',
  push_threads: 'all',
};

export const isUsername = (value: string): boolean => /^[a-z][a-z0-9._-]{2,63}$/.test(value);

export function findByName(users: Iterable<User>, username: string): User | undefined {
  for (const user of users) if (user.username === username) return user;
  return undefined;
}
