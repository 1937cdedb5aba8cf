import { describe, expect, it } from '@jest/globals';
import { DEFAULTS, type Digest } from '../../person-settings/person-settings.ts';
import { readSetting } from './read-setting.ts';

const DIGEST: Digest = { ...DEFAULTS.digest, days: [...DEFAULTS.digest.days] };
const WORKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR'];
const read = (line: string) => readSetting(line, DIGEST);

describe('a setting', () => {
  it.each<[string, object]>([
    ['zone Europe/Berlin', { zone: 'Europe/Berlin' }],
    ['Zone europe/berlin', { zone: 'Europe/Berlin' }],
    ['zone New York', {}],
    ['zone America/New York', { zone: 'America/New_York' }],
    ['zone default', { zone: null }],
    ['week monday', { weekStart: 'MO' }],
    ['week 星期日', { weekStart: 'SU' }],
    ['week 月曜', { weekStart: 'MO' }],
    ['clock 24', { clock: 24 }],
    ['clock 12h', { clock: 12 }],
    ['clock １２時間制', { clock: 12 }],
    ['clock auto', { clock: null }],
    ['remind 10', { remindBefore: 10 }],
    ['remind 10 minutes before', { remindBefore: 10 }],
    ['remind 1 hour', { remindBefore: 60 }],
    ['remind ３０分前', { remindBefore: 30 }],
    ['reminders 9:00', { remindAt: '09:00' }],
    ['remind off', { remindBefore: 'off', remindAt: 'off' }],
    ['quiet 22:00-7:00', { quiet: { from: '22:00', to: '07:00' } }],
    ['quiet ２２：００～７：００', { quiet: { from: '22:00', to: '07:00' } }],
    ['quiet 22:00 to 7:00', { quiet: { from: '22:00', to: '07:00' } }],
    ['quiet 10pm to 7am', { quiet: { from: '22:00', to: '07:00' } }],
    ['quiet 22点到7点半', { quiet: { from: '22:00', to: '07:30' } }],
    ['quiet 22時から7時', { quiet: { from: '22:00', to: '07:00' } }],
    ['remind 12:15am', { remindAt: '00:15' }],
    ['digest weekdays at 8am', { digest: { on: true, at: '08:00', days: WORKDAYS } }],
    ['quiet off', { quiet: 'off' }],
    ['digest 8:30 weekdays', { digest: { on: true, at: '08:30', days: WORKDAYS } }],
    ['digest 7:15 mon, thu', { digest: { on: true, at: '07:15', days: ['MO', 'TH'] } }],
    ['digest 每天 7:15', { digest: { on: true, at: '07:15', days: [...WORKDAYS, 'SA', 'SU'] } }],
    ['digest 平日', { digest: { on: true, at: '08:30', days: WORKDAYS } }],
    ['digest on', { digest: { ...DIGEST, on: true } }],
    ['summary off', { digest: { ...DIGEST, on: false } }],
    ['summary on', { digest: { ...DIGEST, on: true } }],
    ['requests off', { requests: 'off' }],
    ['requests オン', { requests: 'all' }],
    ['requests default', { requests: null }],
    ['reaction :pushpin:', { reaction: 'pushpin' }],
    ['reaction +1', { reaction: '+1' }],
    ['emoji Memo', { reaction: 'memo' }],
    ['reaction off', { reaction: 'off' }],
    ['thread on', { tellThread: 'on' }],
    ['tell_thread off', { tellThread: 'off' }],
    ['allow_incoming_task_requests on', { requests: 'all' }],
    ['allow_incoming_task_requests off', { requests: 'off' }],
    ['block none', { blocked: null }],
    ['block default', { blocked: null }],
  ])('is read from %s', (line, patch) => {
    const said = read(line);
    expect('patch' in said ? said.patch : {}).toEqual(patch);
  });

  it.each([
    ['colour red', undefined],
    ['constructor on', undefined],
    ['zone Mars/Olympus', 'zone'],
    ['zone +02:00', 'zone'],
    ['week someday', 'week'],
    ['clock 13', 'clock'],
    ['clock 9:00', 'clock'],
    ['remind 25:00', 'remind'],
    ['remind soon', 'remind'],
    ['remind 99999 days', 'remind'],
    ['quiet 22:00', 'quiet'],
    ['quiet 13pm-7am', 'quiet'],
    ['quiet 22-7', 'quiet'],
    ['quiet 22:00-22:00', 'quiet'],
    ['quiet 1:00-2:00-3:00', 'quiet'],
    ['digest 8:60', 'digest'],
    ['digest whenever', 'digest'],
    ['requests maybe', 'requests'],
    ['reaction 📌', 'reaction'],
    ['reaction on', 'reaction'],
    ['reaction two words', 'reaction'],
    ['thread maybe', 'thread'],
  ])('is refused in %s', (line, name) => {
    expect(read(line)).toMatchObject({ wrong: expect.any(String) });
    expect(read(line)).toEqual(expect.objectContaining({ name }));
  });

  it.each<[string, string[], boolean]>([
    ['block @bob', ['@bob'], true],
    ['block ＠bob carol', ['@bob', 'carol'], true],
    ['unblock @bob', ['@bob'], false],
  ])('names people in %s', (line, people, isBlocked) => {
    expect(read(line)).toEqual({ name: 'block', people, isBlocked });
  });

  it.each(['', ' ', 'digest', 'block', 'requests'])('is shown for "%s"', (line) =>
    expect(read(line)).toEqual({ show: true }),
  );
});
