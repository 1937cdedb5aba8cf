import { SETTINGS } from '../config/settings.ts';
import { ENCODED, readDatabaseUrl, readHookTokens, setting } from '../config/setting.ts';

/** The settings of the System Console, by their keys in plugin.json, but those of an external program. */
export const MANAGED_SETTINGS = {
  WebhookList: SETTINGS.TODO_WEBHOOK_LIST,
  TriggerWords: SETTINGS.TODO_TRIGGER_WORDS,
  WebhookTokens: setting<string[]>({
    read: (text) => readHookTokens(text.replaceAll(/\s+/g, ',')),
    expected:
      'tokens of outgoing webhooks, separated by commas or line breaks, each alone or bound to its channel or team as <token>@<id>',
    fallback: [],
    secret: true,
  }),
  Language: SETTINGS.TODO_LANGUAGE,
  RequestsPerMinute: SETTINGS.REQUESTS_PER_MINUTE,
  Database: setting<string>({
    read: (text) => (/^sqlite:[^/]/.test(text) ? undefined : readDatabaseUrl(text)),
    expected: `nothing (the tables are in the database of Mattermost), postgres://<user>:<password>@<host>/<database>, ${ENCODED}, or sqlite:<absolute path of a file>`,
    fallback: '',
    secret: true,
  }),
};
