import { randomBytes } from 'node:crypto';
import type { Channel, Site } from '../site/site.ts';
import { logIn, makeRest, type Login, type Rest } from '../site/rest.ts';

const PASSWORD = 'Throw-away-1!';

export interface Person extends Login {
  username: string;
  /** In their own name. */
  call: Rest;
}

export interface Tastes {
  locale?: 'en' | 'zh-CN' | 'ja';
  dark?: boolean;
}

/** Mattermost's dark theme, as far as its colours matter here. */
const ONYX = {
  type: 'Onyx',
  sidebarBg: '#202228',
  sidebarText: '#ffffff',
  sidebarUnreadText: '#ffffff',
  sidebarTextHoverBg: '#25262a',
  sidebarTextActiveBorder: '#1592e0',
  sidebarTextActiveColor: '#ffffff',
  sidebarHeaderBg: '#24272d',
  sidebarHeaderTextColor: '#ffffff',
  sidebarTeamBarBg: '#292c33',
  onlineIndicator: '#3db887',
  awayIndicator: '#f5ab00',
  dndIndicator: '#d24b4e',
  mentionBg: '#4b7ce7',
  mentionBj: '#4b7ce7',
  mentionColor: '#ffffff',
  centerChannelBg: '#191b1f',
  centerChannelColor: '#e3e4e8',
  newMessageSeparator: '#1adbdb',
  linkColor: '#5d89ea',
  buttonBg: '#4a7ce8',
  buttonColor: '#ffffff',
  errorTextColor: '#da6c6e',
  mentionHighlightBg: '#0d6e6e',
  mentionHighlightLink: '#a4f4f4',
  codeTheme: 'monokai',
};

const shortId = () => randomBytes(4).toString('hex');

/** Somebody new in the team, for one test only. */
export async function newPerson(site: Site, name: string, tastes: Tastes = {}): Promise<Person> {
  const username = `${name}-${shortId()}`;
  const { id } = await site.admin<{ id: string }>('POST', '/api/v4/users', {
    username,
    password: PASSWORD,
    email: `${username}@example.com`,
    first_name: name,
  });
  await site.admin('POST', `/api/v4/teams/${site.team.id}/members`, { team_id: site.team.id, user_id: id });
  const login = await logIn(site.url, username, PASSWORD);
  const person = { ...login, username, call: makeRest(site.url, login.token) };
  await settle(site, person, tastes);
  return person;
}

/** Language and theme, and no guided tours. */
async function settle(site: Site, { userId, call }: Person, { locale = 'en', dark = false }: Tastes) {
  if (locale !== 'en') await call('PUT', `/api/v4/users/${userId}/patch`, { locale });
  const theme = { category: 'theme', name: site.team.id, value: JSON.stringify(ONYX) };
  const chosen = [
    { category: 'tutorial_step', name: userId, value: '999' },
    { category: 'recommended_next_steps', name: 'hide', value: 'true' },
    { category: 'onboarding_task_list', name: 'onboarding_task_list_show', value: 'false' },
    { category: 'onboarding_task_list', name: 'onboarding_task_list_open', value: 'false' },
    ...(dark ? [theme] : []),
  ].map((preference) => ({ user_id: userId, ...preference }));
  await call('PUT', `/api/v4/users/${userId}/preferences`, chosen);
}

/** A channel of its own with these people in it. */
export async function newChannel(
  site: Site,
  members: readonly Person[],
  { isPrivate = false } = {},
): Promise<Channel> {
  const name = `plans-${shortId()}`;
  const wanted = { team_id: site.team.id, name, display_name: name, type: isPrivate ? 'P' : 'O' };
  const channel = await site.admin<Channel>('POST', '/api/v4/channels', wanted);
  for (const { userId } of members) {
    await site.admin('POST', `/api/v4/channels/${channel.id}/members`, { user_id: userId });
  }
  return channel;
}

/** A team has room for a limited number of people. */
export async function removePerson({ admin }: Site, { userId }: Person): Promise<void> {
  await admin('DELETE', `/api/v4/users/${userId}`);
}

export async function removeChannel({ admin }: Site, { id }: Channel): Promise<void> {
  await admin('DELETE', `/api/v4/channels/${id}`);
}
