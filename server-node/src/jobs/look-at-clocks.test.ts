import { expect, it } from '@jest/globals';
import { noticingZones } from '../callers/notice-zones.ts';
import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import { silentLogger } from '../shared/logger.ts';
import { makeLookAtClocks } from './look-at-clocks.ts';

const PEOPLE = Array.from({ length: 25 }, (_, at) => `p${String(at).padStart(2, '0')}` as UserId);
const reader = {
  peopleWithDue: async (after: string, limit: number) =>
    PEOPLE.filter((person) => person > after).slice(0, limit),
};

it('goes round all people, tells of each zone once, and again when it has changed', async () => {
  const zones = new Map<UserId, string>();
  const told: string[] = [];
  const clockOf = noticingZones(
    async (person) => ({ zone: zones.get(person) ?? 'Europe/Berlin', locale: 'en' }),
    (person, zone) => void told.push(`${person} ${zone}`),
  );
  const { look } = makeLookAtClocks({ reader, clockOf, logger: silentLogger });
  await look();
  expect(told).toHaveLength(20);
  await look();
  expect(told).toHaveLength(25);
  zones.set('p03' as UserId, 'Asia/Tokyo');
  await look();
  expect(told.slice(25)).toEqual(['p03 Asia/Tokyo']);
});

it('goes on where it was once Mattermost answers again', async () => {
  const asked: string[] = [];
  let isAway = true;
  const clockOf = async (person: UserId) => {
    asked.push(person);
    if (isAway) throw new AppError('mattermost_unavailable', 'Mattermost is away.');
    return { zone: 'UTC', locale: 'en' };
  };
  const { look } = makeLookAtClocks({ reader, clockOf, logger: silentLogger });
  await look();
  expect(asked).toEqual(['p00']);
  isAway = false;
  await look();
  expect(asked).toHaveLength(21);
});
