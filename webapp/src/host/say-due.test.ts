import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { momentOf } from '../calendar/wall-clock.ts';
import { sayDue, sayWall } from './say-due.ts';
import { sayWith, translationsFor } from './sidebar-texts.ts';

const ZONE = 'Asia/Tokyo';
const NOW = momentOf('2026-11-27T12:00', ZONE);
const sayIn = (locale: string) => sayWith(createIntl({ locale, messages: translationsFor(locale) }));
const manner = (locale: string, is24h = true) => ({
  now: NOW,
  locale,
  zone: ZONE,
  is24h,
  say: sayIn(locale),
});
const due = (wall: string, zone = ZONE) => ({ due: wall, dueAt: momentOf(wall, zone), dueZone: zone });

describe('when something is due', () => {
  it.each([
    ['2026-11-26T17:00', 'Yesterday, 17:00', '昨天 17:00', '昨日 17:00'],
    ['2026-11-27', 'Today', '今天', '今日'],
    ['2026-11-27T15:00', '15:00', '15:00', '15:00'],
    ['2026-11-28T10:00', 'Tomorrow, 10:00', '明天 10:00', '明日 10:00'],
    ['2026-12-04', 'Fri, Dec 4', '12月4日周五', '12月4日(金)'],
    ['2027-01-04', 'Mon, Jan 4, 2027', '2027年1月4日周一', '2027年1月4日(月)'],
  ])('%s', (wall, ...expected) => {
    const said = ['en', 'zh-CN', 'ja'].map((locale) => sayDue(due(wall), manner(locale))?.words);
    expect(said).toEqual(expected);
  });

  it('follows the clock that the person chose in Mattermost', () => {
    expect(sayDue(due('2026-11-28T17:00'), manner('en', false))?.words.replace(/\s/g, ' ')).toBe(
      'Tomorrow, 5:00 PM',
    );
  });

  it('is said by the clock of the reader where another one has the to-do, but a day stays the day', () => {
    expect(sayDue(due('2026-11-27T17:00', 'UTC'), manner('en'))?.words).toBe('Tomorrow, 02:00');
    expect(sayDue(due('2026-11-28', 'America/New_York'), manner('en'))?.words).toBe('Tomorrow');
  });

  it('is overdue once its minute is over, and a day at its end', () => {
    const at = (wall: string) => sayDue(due(wall), manner('en'));
    expect(at('2026-11-27T11:59')).toMatchObject({ isOverdue: true, isSoon: true });
    expect(at('2026-11-27T12:00')).toMatchObject({ isOverdue: false, isSoon: true });
    expect(at('2026-11-26')).toMatchObject({ isOverdue: true, isSoon: false });
    expect(at('2026-11-27')).toMatchObject({ isOverdue: false, isSoon: false });
  });

  it('is spoken in full', () => {
    expect(sayWall('2026-12-04T17:00', manner('en'), 'long')).toBe('Friday, December 4, 17:00');
  });
});
