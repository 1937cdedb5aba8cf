import { partsOf } from '../../config/setting.ts';
import { COMMAND_PATH, PLUGIN_PATH, WEBHOOK_PATH } from '../../contract/paths.ts';
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

/** All that people see of the slash command, and where it goes. */
export function wantedCommand(backendUrl: string) {
  return {
    trigger: TRIGGER,
    method: 'P',
    url: backendUrl + COMMAND_PATH,
    auto_complete: true,
    auto_complete_desc: 'Your to-dos: add one, list them, tick them off. Try /todo help.',
    auto_complete_hint: '[text | list | done 2 | edit 2 text | delete 2 | undo | help]',
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
