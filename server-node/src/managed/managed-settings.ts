import { SETTINGS } from '../config/settings.ts';
import { readTokens, setting } from '../config/setting.ts';

/** The settings of the System Console, by their keys in plugin.json, but those of an external program. */
export const MANAGED_SETTINGS = {
  WebhookList: SETTINGS.TODO_WEBHOOK_LIST,
  WebhookTokens: setting<string[]>({
    read: (text) => readTokens(text.replaceAll(/\s+/g, ',')),
    expected: 'tokens of outgoing webhooks, 26 letters and digits each, separated by commas or line breaks',
    fallback: [],
    secret: true,
  }),
  RequestsPerMinute: SETTINGS.REQUESTS_PER_MINUTE,
  Database: setting<string>({
    read: (text) => (/^(sqlite:\/.+|postgres(ql)?:\/\/.+)$/.test(text) ? text : undefined),
    expected:
      'nothing (the tables are in the database of Mattermost), postgres://<user>:<password>@<host>/<database>, or sqlite:<absolute path of a file>',
    fallback: '',
    secret: true,
  }),
};
