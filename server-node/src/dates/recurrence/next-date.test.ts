import { describe, expect, it } from '@jest/globals';
import { nextDate } from './next-date.ts';
import { wrongRule } from './wrong-rule.ts';

describe('the next date of a rule', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=FR', '2026-12-04T17:00', '2026-12-04T17:00', '2026-12-11T17:00'],
    ['FREQ=WEEKLY;BYDAY=FR', '2026-12-04T17:00', '2026-12-04T16:59', '2026-12-04T17:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-30', '2026-12-01', '2026-12-14'],
    ['FREQ=DAILY;INTERVAL=3', '2001-01-01', '2026-12-04', '2026-12-07'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31', '2026-02-01', '2026-02-28'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31', '2026-02-28', '2026-03-31'],
    ['FREQ=MONTHLY;BYMONTHDAY=30', '2026-02-28', '2026-02-28', '2026-03-30'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', '2026-01-15', '2026-01-15', '2026-02-15'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,31', '2026-01-31', '2026-02-01', '2026-02-28'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,31', '2026-02-28', '2026-02-28', '2026-03-01'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,28,30', '2026-02-15', '2026-02-15', '2026-02-28'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,28,30', '2026-02-28', '2026-02-28', '2026-03-15'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,28,30', '2026-03-15', '2026-03-28', '2026-03-30'],
    ['FREQ=MONTHLY;BYMONTHDAY=30,31', '2026-01-31', '2026-01-31', '2026-03-30'],
    ['FREQ=MONTHLY', '2026-01-31T09:00', '2026-02-01T09:00', '2026-02-28T09:00'],
    ['FREQ=MONTHLY', '2026-01-31T09:00', '2026-02-28T09:00', '2026-03-31T09:00'],
    ['FREQ=MONTHLY;INTERVAL=2', '2026-12-31', '2026-12-31', '2027-02-28'],
    ['FREQ=MONTHLY;COUNT=2', '2026-01-31', '2026-02-28', null],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-01-30', '2026-02-01', '2026-02-27'],
    ['FREQ=YEARLY', '2096-02-29', '2096-02-29', '2097-02-28'],
    ['FREQ=YEARLY', '2096-02-29', '2103-12-31', '2104-02-29'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2096-02-29', '2096-02-29', '2097-02-28'],
    ['FREQ=DAILY', '2026-03-28T02:30', '2026-03-28T02:30', '2026-03-29T02:30'],
    ['FREQ=DAILY;COUNT=2', '2026-12-04', '2026-12-05', null],
    ['FREQ=DAILY;UNTIL=20261205', '2026-12-04', '2026-12-05', null],
    ['FREQ=DAILY', '9998-12-31', '9998-12-31', null],
    ['FREQ=YEARLY;INTERVAL=999', '9998-12-31T10:00', '9998-12-31T10:00', null],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR', '1951-01-01', '2026-12-04', '2026-12-07'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '1951-01-31', '2026-11-30', '2026-12-31'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO', '2028-02-28', '2028-02-28', '2044-02-29'],
    ['FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5', '1951-05-28', '2026-05-25', '2027-05-31'],
  ])('%s from %s, after %s: %s', (rule, anchor, after, expected) => {
    expect(nextDate({ rule, anchor }, after)).toBe(expected);
  });
});

describe('a rule that cannot be kept', () => {
  it.each([
    ['too_often', 'FREQ=MINUTELY'],
    ['too_often', 'FREQ=DAILY;BYHOUR=9,10'],
    ['never', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'],
    ['never', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
    ['unreadable', ''],
    ['unreadable', 'BYDAY=MO'],
    ['unreadable', 'FREQ=WEEKLY;FREQ=DAILY'],
    ['unreadable', 'FREQ=WEEKLY;BYDAY=XX'],
    ['unreadable', 'FREQ=MONTHLY;BYMONTHDAY=99'],
    ['unreadable', 'FREQ=MONTHLY;BYMONTHDAY=0'],
    ['unreadable', 'FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1'],
    ['unreadable', 'FREQ=YEARLY;BYYEARDAY=367'],
    ['unreadable', 'FREQ=WEEKLY;BYDAY=MO,'],
    [undefined, 'FREQ=YEARLY;BYYEARDAY=100,-1,366'],
    ['unreadable', `FREQ=YEARLY;BYWEEKNO=${'1,'.repeat(36)}1;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=300`],
    ['never', `FREQ=YEARLY;BYWEEKNO=${'1,'.repeat(11)}1;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=300`],
    ['unreadable', 'FREQ=DAILY;BYDAY=1MO,2TU;BYMONTH=1'],
    ['unreadable', 'FREQ=DAILY;BYDAY=MO;BYYEARDAY=366'],
    ['unreadable', 'FREQ=DAILY;BYDAY=MO;BYSETPOS=31'],
    ['unreadable', 'FREQ=WEEKLY;BYDAY=MO;BYWEEKNO=20'],
    ['unreadable', 'FREQ=WEEKLY;BYDAY=MO;BYMONTHDAY=29'],
    ['unreadable', 'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=31'],
    ['unreadable', 'FREQ=MONTHLY;BYDAY=MO;BYYEARDAY=100'],
    [undefined, 'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=-1'],
    [undefined, 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;BYMONTH=1,2'],
    ['unreadable', 'FREQ=WEEKLY;BYDAY=MO\nDTSTART:20260101T000000Z'],
    ['unreadable', `FREQ=YEARLY;BYYEARDAY=${'1,'.repeat(49)}1;BYMONTHDAY=${'1,'.repeat(49)}1`],
    [undefined, 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
    [undefined, 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    [undefined, 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
  ])('%s: %s', (wrong, rule) => {
    expect(wrongRule({ rule, anchor: '2026-12-04' })).toBe(wrong);
  });
});
