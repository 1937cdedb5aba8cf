import { query, type Call } from '../http/call.ts';
import { invalidBody } from '../http/mattermost-error.ts';
import { insist, may } from '../people/permissions.ts';
import type { Post } from '../site/records.ts';
import type { Site } from '../site/site.ts';

interface Row {
  name: string;
  value: number;
}

const DAYS_SHOWN = 30;

/** An unknown team counts nothing and is no error. */
export function analytics(site: Site, call: Call): Row[] {
  insist(may(site, call.user, 'get_analytics'));
  const posts = countedPosts(site, query(call.req, 'team_id'));
  const isBots = ({ user_id }: Post) => site.world.users.get(user_id)?.bot !== undefined;
  switch (query(call.req, 'name') || 'standard') {
    case 'standard':
      return standard(site, query(call.req, 'team_id'), posts);
    case 'post_counts_day':
      return perDay(site, posts, (all) => all.length);
    case 'bot_post_counts_day':
      return perDay(site, posts.filter(isBots), (all) => all.length);
    case 'user_counts_with_posts_day':
      return perDay(site, posts, (all) => new Set(all.map(({ user_id }) => user_id)).size);
    case 'extra_counts':
      return extra(site);
    default:
      throw invalidBody('name');
  }
}

function countedPosts(site: Site, teamId: string): Post[] {
  return [...site.world.posts.values()].filter(
    ({ channel_id }) => teamId === '' || site.world.channels.get(channel_id)?.team_id === teamId,
  );
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Newest day first; today is left out, and so are days without any. */
function perDay(site: Site, posts: Post[], count: (posts: Post[]) => number): Row[] {
  const today = day(site.now());
  const days = Map.groupBy(posts, ({ create_at }) => day(create_at));
  return [...days]
    .filter(([name]) => name < today)
    .map(([name, those]) => ({ name, value: count(those) }))
    .sort((left, right) => right.name.localeCompare(left.name))
    .slice(0, DAYS_SHOWN);
}

function standard(site: Site, teamId: string, posts: Post[]): Row[] {
  const channels = [...site.world.channels.values()].filter(
    ({ team_id }) => teamId === '' || team_id === teamId,
  );
  const people = [...site.world.users.values()].filter(({ bot }) => bot === undefined);
  const counts: Record<string, number> = {
    channel_open_count: channels.filter(({ type }) => type === 'O').length,
    channel_private_count: channels.filter(({ type }) => type === 'P').length,
    post_count: posts.length,
    unique_user_count: people.filter(({ delete_at }) => delete_at === 0).length,
    team_count: site.world.teams.size,
    total_websocket_connections: site.events.connectionCount(),
    total_master_db_connections: 0,
    total_read_db_connections: 0,
    daily_active_users: people.length,
    monthly_active_users: people.length,
    inactive_user_count: teamId === '' ? people.filter(({ delete_at }) => delete_at !== 0).length : -1,
  };
  return Object.entries(counts).map(([name, value]) => ({ name, value }));
}

function extra(site: Site): Row[] {
  const counts: Record<string, number> = {
    incoming_webhook_count: 0,
    outgoing_webhook_count: site.world.outgoingHooks.size,
    command_count: site.world.commands.size,
    session_count: site.world.sessions.size,
    total_file_count: 0,
    total_file_size: 0,
  };
  return Object.entries(counts).map(([name, value]) => ({ name, value }));
}
