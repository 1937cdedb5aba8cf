import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ANN } from '../testing/people.ts';
import { makeLanguages, type LanguageDeps } from './languages.ts';
import { localeFor } from './locale.ts';

it.each([
  ['en', 'en'],
  ['en-AU', 'en'],
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['zh-TW', undefined],
  ['zh-HK', undefined],
  ['de', undefined],
  ['', undefined],
  [undefined, undefined],
  ['no language!', undefined],
])('who has %j in Mattermost reads %j', (tag, locale) => {
  expect(localeFor(tag)).toBe(locale);
});

const languages = (given: Partial<LanguageDeps>) =>
  makeLanguages({
    language: 'mattermost',
    accountOf: async () => ({ locale: 'ja' }),
    siteLocale: async () => 'zh-CN',
    ...given,
  });
const away = async () => {
  throw new Error('away');
};

describe('an answer', () => {
  it('is in the language of the one person who reads it', async () => {
    expect(await languages({}).ofPerson(ANN)).toBe('ja');
    expect(await languages({ language: 'en' }).ofPerson(ANN)).toBe('ja');
    expect(await languages({}).of({ locale: 'en-AU' })).toBe('en');
  });

  it('is in the default language where all read it', async () => {
    expect(await languages({}).ofAll()).toBe('zh-CN');
    expect(await languages({ language: 'ja', siteLocale: away }).ofAll()).toBe('ja');
  });

  it.each(['de', 'zh-TW', ''])('is in the default language for a person with %j', async (locale) => {
    expect(await languages({}).of({ locale })).toBe('zh-CN');
    expect(await languages({ language: 'ja' }).of({ locale })).toBe('ja');
    expect(await languages({ accountOf: async () => ({ locale }) }).ofPerson(ANN)).toBe('zh-CN');
  });

  it('is in English on a site of yet another language', async () => {
    expect(await languages({ siteLocale: async () => 'fr' }).ofAll()).toBe('en');
    expect(await languages({ siteLocale: async () => undefined }).ofAll()).toBe('en');
  });
});

describe('a Mattermost that cannot say', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is no reason to fail', async () => {
    expect(await languages({ accountOf: away }).ofPerson(ANN)).toBe('zh-CN');
    expect(await languages({ accountOf: away, siteLocale: away }).ofPerson(ANN)).toBe('en');
  });

  it('is not waited for', async () => {
    const never = () => new Promise<undefined>(() => undefined);
    const asked = languages({ accountOf: never, siteLocale: never }).ofPerson(ANN);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await asked).toBe('en');
  });
});
