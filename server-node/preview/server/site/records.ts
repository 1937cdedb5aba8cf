/** The rows of the stand-in's world, under the names that Mattermost gives their fields. Times are epoch ms. */

export type Json = Record<string, unknown>;

export interface User {
  id: string;
  create_at: number;
  update_at: number;
  delete_at: number;
  username: string;
  email: string;
  nickname: string;
  first_name: string;
  last_name: string;
  position: string;
  roles: string;
  notify_props: Record<string, string>;
  last_password_update: number;
  locale: string;
  timezone: { automaticTimezone: string; manualTimezone: string; useAutomaticTimezone: string };
  /** In clear: accounts of the stand-in are made up, and the page prints their password. Empty for a bot. */
  password: string;
  bot?: Bot;
}

export interface Bot {
  owner_id: string;
  description: string;
  create_at: number;
  update_at: number;
  delete_at: number;
}

export interface Session {
  id: string;
  token: string;
  user_id: string;
  create_at: number;
  expires_at: number;
  csrf: string;
  /** Set when the session stands for a personal access token: such a session needs no CSRF token. */
  access_token_id?: string;
}

export interface AccessToken {
  id: string;
  token: string;
  user_id: string;
  description: string;
  is_active: boolean;
}

export interface Team {
  id: string;
  create_at: number;
  update_at: number;
  delete_at: number;
  display_name: string;
  name: string;
  type: 'O' | 'I';
  invite_id: string;
  allow_open_invite: boolean;
}

export interface TeamMember {
  team_id: string;
  user_id: string;
  delete_at: number;
  scheme_admin: boolean;
}

export type ChannelType = 'O' | 'P' | 'D' | 'G';

export interface Channel {
  id: string;
  create_at: number;
  update_at: number;
  delete_at: number;
  team_id: string;
  type: ChannelType;
  display_name: string;
  name: string;
  header: string;
  purpose: string;
  last_post_at: number;
  total_msg_count: number;
  total_msg_count_root: number;
  last_root_post_at: number;
  creator_id: string;
}

export interface ChannelMember {
  channel_id: string;
  user_id: string;
  last_viewed_at: number;
  msg_count: number;
  msg_count_root: number;
  mention_count: number;
  last_update_at: number;
  scheme_admin: boolean;
}

export interface Post {
  id: string;
  create_at: number;
  update_at: number;
  edit_at: number;
  delete_at: number;
  is_pinned: boolean;
  user_id: string;
  channel_id: string;
  root_id: string;
  message: string;
  type: string;
  props: Json;
  hashtags: string;
  /** Left out while there are none. */
  reactions?: Reaction[];
}

export interface Reaction {
  user_id: string;
  post_id: string;
  emoji_name: string;
  create_at: number;
  update_at: number;
  delete_at: number;
  remote_id: string;
  channel_id: string;
}

/** What Mattermost gives every slash command and outgoing webhook; no client sets it. */
export interface Integration {
  id: string;
  token: string;
  create_at: number;
  update_at: number;
  delete_at: number;
  creator_id: string;
}

export interface Command extends Integration {
  team_id: string;
  trigger: string;
  method: 'P' | 'G';
  username: string;
  icon_url: string;
  auto_complete: boolean;
  auto_complete_desc: string;
  auto_complete_hint: string;
  display_name: string;
  description: string;
  url: string;
  plugin_id: string;
}

export interface OutgoingHook extends Integration {
  channel_id: string;
  team_id: string;
  trigger_words: string[];
  /** 0: the first word equals a trigger word; 1: it begins with one. */
  trigger_when: number;
  callback_urls: string[];
  display_name: string;
  description: string;
  content_type: string;
  username: string;
  icon_url: string;
}

export interface Role {
  id: string;
  name: string;
  display_name: string;
  description: string;
  create_at: number;
  update_at: number;
  delete_at: number;
  permissions: string[];
  scheme_managed: boolean;
  built_in: boolean;
}

export interface Preference {
  user_id: string;
  category: string;
  name: string;
  value: string;
}
