import { compile } from 'proxy-addr';
import type { MeView } from '../contract/api.ts';
import type { Language } from '../program/texts/languages.ts';
import { LOCALES } from '../program/texts/locale.ts';
import {
  partsOf,
  readInteger,
  readOneOf,
  readSiteUrl,
  readToken,
  ENCODED,
  readDatabaseUrl,
  readHookTokens,
  readTokens,
  readTriggerWords,
  setting,
} from './setting.ts';

/** All settings of the sidecar but those of an external program, by the name of their variable. */
export const SETTINGS = {
  MATTERMOST_URL: setting({
    read: readSiteUrl,
    expected:
      'the address of Mattermost as the backend reaches it, without a user or password, such as https://chat.example.com or http://127.0.0.1:8065/chat',
  }),
  MATTERMOST_BOT_TOKEN_TODO: setting({
    read: readToken,
    expected: 'the access token of the bot, 26 letters and digits; `npm run setup` makes one',
    secret: true,
  }),
  MATTERMOST_WEBHOOK_TOKEN_TODO: setting<string[]>({
    read: readHookTokens,
    expected:
      'tokens of outgoing webhooks, separated by commas, each alone or bound to its channel or team as <token>@<id>',
    fallback: [],
    secret: true,
  }),
  MATTERMOST_COMMAND_TOKEN_TODO: setting<string[]>({
    read: readTokens,
    expected: 'tokens of custom slash commands, separated by commas',
    fallback: [],
    secret: true,
  }),
  DATABASE_URL: setting({
    read: readDatabaseUrl,
    expected: `sqlite:<path of a file> or postgres://<user>:<password>@<host>/<database>, ${ENCODED}`,
    fallback: 'sqlite:var/todo.sqlite',
    secret: true,
  }),
  HOST: setting({
    read: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
    expected: 'the address to listen on, such as 127.0.0.1 or 0.0.0.0',
    fallback: '127.0.0.1',
  }),
  PORT: setting({
    read: readInteger(0, 65_535),
    expected: 'a port from 0 (any free one) to 65535',
    fallback: 8077,
  }),
  INTEGRATIONS_HOST: setting({
    read: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
    expected: 'the address to listen on for slash commands and webhooks, such as 127.0.0.1',
    fallback: '127.0.0.1',
  }),
  INTEGRATIONS_PORT: setting<number | undefined>({
    read: readInteger(0, 65_535),
    expected: 'a port of its own for slash commands and webhooks, from 0 (any free one) to 65535',
    fallback: undefined,
  }),
  INTEGRATIONS_URL: setting<string | undefined>({
    read: readSiteUrl,
    expected:
      'where Mattermost reaches INTEGRATIONS_HOST and INTEGRATIONS_PORT, such as http://127.0.0.1:8078',
    fallback: undefined,
  }),
  LOG_LEVEL: setting({
    read: readOneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    expected: 'trace, debug, info, warn, error, fatal or silent',
    fallback: 'info',
  }),
  TODO_WEBHOOK_LIST: setting<MeView['webhookList']>({
    read: readOneOf('channel', 'person', 'shared'),
    expected: 'channel, person or shared: whose list an outgoing webhook works on',
    fallback: 'channel',
  }),
  TODO_TRIGGER_WORDS: setting<string[]>({
    read: readTriggerWords,
    expected:
      'the words with which messages for the bot begin, as its outgoing webhooks have them, such as todo or todo,task: 1 to 20, each of 1 to 50 characters without blanks',
    fallback: ['todo'],
  }),
  TODO_LANGUAGE: setting<Language>({
    read: readOneOf('mattermost', ...LOCALES),
    expected: `mattermost (the default language of the site), ${LOCALES.join(', ')}: the language of answers that everybody reads`,
    fallback: 'mattermost',
  }),
  TRUSTED_PROXIES: setting({
    read: readProxies,
    expected:
      'whose X-Forwarded-For is believed, separated by commas: loopback, linklocal, uniquelocal, addresses or networks such as 10.0.0.0/8, from /1 on',
    fallback: ['loopback'],
  }),
  REQUESTS_PER_MINUTE: setting({
    read: readInteger(1, 100_000_000),
    expected: 'how many requests of one person are answered in a minute, from 1 to 100000000',
    fallback: 600,
  }),
};

/** As Express reads them when it starts. */
function readProxies(text: string): string[] | undefined {
  const proxies = partsOf(text);
  try {
    compile(proxies);
    return proxies.length > 0 ? proxies : undefined;
  } catch {
    return undefined;
  }
}
