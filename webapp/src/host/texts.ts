import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import en from '../../i18n/en.json' with { type: 'json' };
import ja from '../../i18n/ja.json' with { type: 'json' };
import zhCN from '../../i18n/zh-CN.json' with { type: 'json' };

export type TextId = keyof typeof en;
type Values = Record<string, string | number>;
export type Say = (id: TextId, values?: Values) => string;

const CATALOGUES: Record<string, Record<TextId, string>> = { en, ja, 'zh-CN': zhCN };
const PREFIX = 'todo-node.';

/** The catalogue for a locale of Mattermost; English where we have none. */
export function languageOf(locale: string): string {
  if (locale in CATALOGUES) return locale;
  return locale === 'zh-Hans' || locale === 'zh' ? 'zh-CN' : 'en';
}

/** For `registerTranslations`: every key under our own name, because the host has one table for all. */
export function translationsFor(locale: string): Record<string, string> {
  const catalogue = CATALOGUES[languageOf(locale)] ?? en;
  return Object.fromEntries(Object.entries(catalogue).map(([id, text]) => [PREFIX + id, text]));
}

export function sayWith(intl: Pick<IntlShape, 'formatMessage'>): Say {
  return (id, values) => intl.formatMessage({ id: PREFIX + id, defaultMessage: en[id] }, values);
}

export function useSay(): Say {
  const intl = useIntl();
  return useMemo(() => sayWith(intl), [intl]);
}

/** For the places where the host wants a text of its own kind: it reads these two props by itself. */
export const messageProps = (id: TextId) => ({ id: PREFIX + id, defaultMessage: en[id] });
