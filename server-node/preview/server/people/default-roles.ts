import { newId } from '../site/ids.ts';
import type { Role } from '../site/records.ts';

/** The roles that set-up and the routes ask about, with those of their permissions that matter here. */
const PERMISSIONS: Record<string, string[]> = {
  system_admin: [
    'manage_system',
    'create_bot',
    'create_post_ephemeral',
    'create_user_access_token',
    'manage_roles',
    'get_analytics',
  ],
  system_user: ['create_direct_channel', 'create_group_channel', 'create_team', 'view_members'],
  system_post_all: ['create_post', 'use_group_mentions', 'upload_file', 'use_channel_mentions'],
  system_post_all_public: ['create_post_public', 'use_group_mentions', 'upload_file', 'use_channel_mentions'],
  system_user_access_token: [
    'create_user_access_token',
    'read_user_access_token',
    'revoke_user_access_token',
  ],
  team_user: ['view_team', 'read_public_channel', 'join_public_channels', 'create_public_channel'],
  team_admin: ['manage_team', 'manage_own_slash_commands', 'manage_own_outgoing_webhooks'],
  channel_user: ['read_channel', 'create_post', 'edit_post', 'delete_post', 'use_channel_mentions'],
  channel_admin: ['manage_channel_roles'],
};

export function defaultRoles(now: number): Role[] {
  return Object.entries(PERMISSIONS).map(([name, permissions]) => ({
    id: newId(),
    name,
    display_name: `authentication.roles.${name}.name`,
    description: `authentication.roles.${name}.description`,
    create_at: now,
    update_at: now,
    delete_at: 0,
    permissions,
    scheme_managed: false,
    built_in: true,
  }));
}
