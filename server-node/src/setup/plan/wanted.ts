import { partsOf } from '../../config/setting.ts';
import { COMMAND_PATH, PLUGIN_PATH, WEBHOOK_PATH } from '../../contract/paths.ts';
import type { ConfigRecord } from '../admin/site-records.ts';
import { WORKING_VERBS } from '../../program/grammar/verbs.ts';
import { localeFor, type Locale } from '../../program/texts/locale.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import { capitalized } from '../../messages/cut-trigger-word.ts';

/** What the person who runs setup asked for. */
export interface Wanted {
  /** As the backend will reach Mattermost. */
  mattermostUrl: string;
  /** As Mattermost, and nobody else, will reach the backend. */
  integrationsUrl?: string | undefined;
  /** As Mattermost will reach the backend at an address that others reach, too. */
  backendUrl: string | undefined;
  /** Lines of the settings that were given, and none for what was not. */
  settings?: { PORT?: string | undefined; DATABASE_URL?: string | undefined };
  bot: string;
  teams: 'all' | readonly string[];
  webhooks: readonly ChannelName[];
}

export interface ChannelName {
  team: string;
  channel: string;
}

/** The word that makes a message, or a line with a slash before it, ours. */
export const TRIGGER = 'todo';

/** The words of the settings, each with a capital, too: Mattermost compares to the letter, and phones begin with one. */
export function triggerWordsOf(values: Readonly<Record<string, string>>): string[] {
  const words = partsOf(values['TODO_TRIGGER_WORDS'] ?? TRIGGER);
  return [...new Set(words.flatMap((word) => [word, capitalized(word)]))];
}

/** Mattermost is told of a command once for all people: the language of the settings, else that of the site. */
export function commandLocale(
  values: Readonly<Record<string, string>>,
  { LocalizationSettings: { DefaultClientLocale } }: Pick<ConfigRecord, 'LocalizationSettings'>,
): Locale {
  return localeFor(values['TODO_LANGUAGE']) ?? localeFor(DefaultClientLocale) ?? 'en';
}

/** All that people see of the slash command, and where it goes. */
export function wantedCommand(backendUrl: string, locale: Locale) {
  const { about, hint } = textsIn(locale).completion;
  return {
    trigger: TRIGGER,
    method: 'P',
    url: backendUrl + COMMAND_PATH,
    auto_complete: true,
    auto_complete_desc: about(WORKING_VERBS),
    auto_complete_hint: hint,
    display_name: 'Todo',
    description: 'To-dos of a person.',
  };
}

export const webhookAddress = (backendUrl: string): string => `${backendUrl}${PLUGIN_PATH}${WEBHOOK_PATH}`;

export function wantedWebhook(backendUrl: string, triggerWords: readonly string[]) {
  return {
    trigger_words: triggerWords,
    /** 0: the first word is the trigger word. */
    trigger_when: 0,
    callback_urls: [webhookAddress(backendUrl)],
    /** Times come in milliseconds then. */
    content_type: 'application/json',
    display_name: 'Todo',
    description: 'To-dos of this channel.',
  };
}

/** Perhaps ours, from an earlier run with another address of the backend; anybody may write such an address. */
export const isCommandPath = (url: string): boolean => url.endsWith(COMMAND_PATH);
export const isWebhookPath = (url: string): boolean => url.endsWith(WEBHOOK_PATH);
