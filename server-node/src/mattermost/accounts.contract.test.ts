import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError, type User } from 'mattermost-plugin-host';

import { ACCOUNT_KEPT_MS, isPerson, timeZoneOf, type AccountOf } from '../callers/account.ts';
import type { UserId } from '../shared/ids.ts';
import { makeFakeMattermost, type FakeMattermost, type FakePerson } from './fake/fake-mattermost.ts';
import { makeFakePluginApi } from './fake/fake-plugin-api.ts';
import { startFakeRestServer } from './fake/fake-rest-server.ts';
import { makeAccounts } from './plugin-api/accounts.ts';
import { createMattermostRest } from './rest/create-mattermost-rest.ts';

interface Way {
  accountOf: AccountOf;
  asked(): number;
  goAway(): unknown;
  close(): Promise<void>;
}

let now: number;

const WAYS: [string, (site: FakeMattermost) => Promise<Way>][] = [
  [
    'over REST',
    async (site) => {
      const server = await startFakeRestServer(site);
      const { token: botToken } = site.signIn(site.addPerson('todo', { is_bot: true }).id);
      const rest = createMattermostRest({ url: server.url, botToken, now: () => now, sleep: async () => {} });
      const close = async () => (rest.close(), server.stop());
      return {
        accountOf: rest.accountOf,
        asked: () => server.seen.length,
        goAway: () => server.stop(),
        close,
      };
    },
  ],
  ['over the plugin API', async (site) => byPlugin(site)],
];

function byPlugin(site: FakeMattermost): Way {
  let [asked, isAway] = [0, false];
  const accountOf = makeAccounts(
    {
      async GetUser(id) {
        asked += 1;
        if (isAway) throw new Error('The connection is gone.');
        const person = site.people.get(id as UserId);
        if (person === undefined) throw new ApiError('GetUser', { StatusCode: 404, Id: 'app.missing' });
        return userOf(person);
      },
      GetPreferenceForUser: makeFakePluginApi(site).GetPreferenceForUser,
    },
    () => now,
  );
  return { accountOf, asked: () => asked, goAway: () => (isAway = true), close: async () => {} };
}

const userOf = (person: FakePerson): User =>
  ({
    Id: person.id,
    Username: person.username,
    Roles: person.roles,
    Locale: person.locale,
    Timezone: person.timezone ?? {},
    DeleteAt: person.delete_at,
    IsBot: person.is_bot,
  }) as unknown as User;

describe.each(WAYS)('an account, asked for %s', (_name, open) => {
  let site: FakeMattermost;
  let way: Way;
  beforeEach(async () => {
    now = 1_000_000;
    site = makeFakeMattermost();
    way = await open(site);
  });
  afterEach(() => way.close());

  it('is what Mattermost has', async () => {
    const timezone = { useAutomaticTimezone: 'true', automaticTimezone: 'Asia/Tokyo', manualTimezone: '' };
    const { id } = site.addPerson('yui', { locale: 'ja', timezone });
    const facts = { isBot: false, isGuest: false, isDeactivated: false };
    const yui = { userId: id, username: 'yui', locale: 'ja', timeZone: 'Asia/Tokyo', ...facts };
    expect(await way.accountOf(id)).toEqual(yui);
  });

  it.each<[string, Partial<FakePerson>, object, boolean]>([
    ['a person', {}, { isBot: false, isGuest: false, isDeactivated: false, timeZone: null }, true],
    ['a guest', { roles: 'system_guest' }, { isGuest: true }, true],
    ['a bot', { is_bot: true }, { isBot: true }, false],
    ['somebody deactivated', { delete_at: 5 }, { isDeactivated: true }, false],
  ])('says who is %s', async (_who, facts, expected, isSomebody) => {
    const account = await way.accountOf(site.addPerson('who', facts).id);
    expect(account).toMatchObject(expected);
    expect(isPerson(account)).toBe(isSomebody);
  });

  it('is asked for once, and a change of it noticed when the answer is too old', async () => {
    const yui = site.addPerson('yui', { locale: 'ja' });
    const timezone = {
      useAutomaticTimezone: 'false',
      automaticTimezone: 'UTC',
      manualTimezone: 'Asia/Shanghai',
    };
    await way.accountOf(yui.id);
    Object.assign(yui, { locale: 'zh-CN', roles: 'system_guest', timezone });
    now += ACCOUNT_KEPT_MS - 1;
    expect(await way.accountOf(yui.id)).toMatchObject({ locale: 'ja', isGuest: false });
    expect(way.asked()).toBe(1);
    now += 1;
    const changed = { locale: 'zh-CN', isGuest: true, timeZone: 'Asia/Shanghai' };
    expect(await way.accountOf(yui.id)).toMatchObject(changed);
  });

  it('of somebody who comes back is there at once', async () => {
    const yui = site.addPerson('yui', { delete_at: 5 });
    expect(isPerson(await way.accountOf(yui.id))).toBe(false);
    yui.delete_at = 0;
    expect(isPerson(await way.accountOf(yui.id))).toBe(true);
  });

  it('is undefined when there is none', async () => {
    expect(await way.accountOf('user0000000000000000009999' as UserId)).toBeUndefined();
  });

  it('is not guessed while Mattermost is away', async () => {
    const { id } = site.addPerson('yui');
    await way.goAway();
    await expect(way.accountOf(id)).rejects.toMatchObject({ code: 'mattermost_unavailable' });
  });
});

it.each([
  ['true', { hours: 24 }],
  ['false', { hours: 12 }],
  [undefined, {}],
] as const)('over the plugin API, who chose %s as military time has %j', async (chosen, hours) => {
  const site = makeFakeMattermost();
  const { id } = site.addPerson('yui', chosen === undefined ? {} : { use_military_time: chosen });
  const { hours: shown } = { hours: undefined, ...(await byPlugin(site).accountOf(id)) };
  expect({ hours: shown }).toEqual({ hours: undefined, ...hours });
});

it.each([
  [undefined, null],
  [{}, null],
  [{ useAutomaticTimezone: 'true', automaticTimezone: 'Mars/Olympus' }, null],
  [{ automaticTimezone: 'Europe/Berlin' }, 'Europe/Berlin'],
  [{ useAutomaticTimezone: 'false', automaticTimezone: 'Europe/Berlin', manualTimezone: '' }, null],
])('the time zone of %j is %j', (settings, expected) => {
  expect(timeZoneOf(settings)).toBe(expected);
});
