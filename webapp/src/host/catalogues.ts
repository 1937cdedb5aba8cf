import type { IntlShape } from 'react-intl';

/** The languages that we speak. */
export type Catalogues<Id extends string> = Readonly<Record<'en' | 'ja' | 'zh-CN', Record<Id, string>>>;
type Values = Record<string, string | number>;
export type SayOf<Id extends string> = (id: Id, values?: Values) => string;

const PREFIX = 'todo-node.';

/** Which of our languages a locale of Mattermost gets; English where we have none. */
export function languageOf(locale: string): keyof Catalogues<string> {
  if (locale === 'ja' || locale === 'zh-CN') return locale;
  return locale === 'zh-Hans' || locale === 'zh' ? 'zh-CN' : 'en';
}

/** Every text under our own name, because Mattermost has one table for all plugins. */
export function makeTranslationsFor<Id extends string>(catalogues: Catalogues<Id>) {
  return (locale: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries<string>(catalogues[languageOf(locale)]).map(([id, text]) => [PREFIX + id, text]),
    );
}

/** What `formatMessage` and `FormattedMessage` want of a text. */
export function makeMessageProps<Id extends string>({ en }: Catalogues<Id>) {
  return (id: Id) => ({ id: PREFIX + id, defaultMessage: en[id] });
}

export function makeSayWith<Id extends string>(catalogues: Catalogues<Id>) {
  const propsOf = makeMessageProps(catalogues);
  return (intl: Pick<IntlShape, 'formatMessage'>): SayOf<Id> =>
    (id, values) =>
      intl.formatMessage(propsOf(id), values);
}
