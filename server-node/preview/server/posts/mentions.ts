import type { Channel, Post, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { membersOf } from '../channels/join-channel.ts';

const EVERYBODY = ['all', 'channel', 'here'];

/** Ids of the members of the channel whom the post pings; in a direct channel that is the other person. */
export function mentionedIn(site: Site, post: Post, channel: Channel): Set<string> {
  const members = membersOf(site, channel.id).map(({ user_id }) => user_id);
  const others = members.filter((id) => id !== post.user_id);
  if (channel.type === 'D') return new Set(others);
  const added = post.props['addedUserId'];
  if (typeof added === 'string') return new Set([added]);
  const names = namesIn(withoutCode(post.message));
  if (names.some((name) => EVERYBODY.includes(name))) return new Set(others);
  return new Set(members.filter((id) => isNamed(site.world.users.get(id), names)));
}

const namesIn = (message: string): string[] =>
  [...message.matchAll(/(?:^|[^\w@])@([a-z0-9._-]+)/gi)].map(([, name = '']) => name.toLowerCase());

const isNamed = (user: User | undefined, names: string[]) =>
  user !== undefined &&
  names.some((name) => name.replace(/[._-]+$/, '') === user.username || name === user.username);

/** Code spans and blocks ping nobody. */
const withoutCode = (message: string) => message.replaceAll(/```[\s\S]*?(?:```|$)|`[^`\n]*`/g, ' ');
