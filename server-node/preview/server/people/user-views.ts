import { SERVER_VERSION } from '../http/answers.ts';
import type { Bot, User } from '../site/records.ts';
import { isAdmin } from './permissions.ts';

/** A person as one sees oneself, as an admin sees them, or as everybody else does. */
export function userView(user: User, viewer: User) {
  const own = viewer.id === user.id;
  const full = own || isAdmin(viewer);
  return {
    id: user.id,
    create_at: user.create_at,
    update_at: user.update_at,
    delete_at: user.delete_at,
    username: user.username,
    ...(full ? {} : { auth_data: '' }),
    auth_service: '',
    email: user.email,
    nickname: user.nickname,
    first_name: user.first_name,
    last_name: user.last_name,
    position: user.position,
    roles: user.roles,
    ...(full ? { notify_props: user.notify_props } : {}),
    ...(own ? { last_password_update: user.last_password_update } : {}),
    locale: user.locale,
    timezone: user.timezone,
    ...(user.bot === undefined ? { remote_id: '' } : { is_bot: true, bot_description: user.bot.description }),
    disable_welcome_email: false,
  };
}

export const userEtag = (user: User): string =>
  `${SERVER_VERSION}.${user.id}.${user.update_at}..0.true.true.0`;

export function botView(user: User, bot: Bot) {
  return {
    user_id: user.id,
    username: user.username,
    ...(user.first_name === '' ? {} : { display_name: user.first_name }),
    ...(bot.description === '' ? {} : { description: bot.description }),
    owner_id: bot.owner_id,
    create_at: bot.create_at,
    update_at: bot.update_at,
    delete_at: bot.delete_at,
  };
}
