import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import en from '../../i18n/sidebar/en.json' with { type: 'json' };
import ja from '../../i18n/sidebar/ja.json' with { type: 'json' };
import zhCN from '../../i18n/sidebar/zh-CN.json' with { type: 'json' };
import {
  makeMessageProps,
  makeSayWith,
  makeTranslationsFor,
  type Catalogues,
  type SayOf,
} from './catalogues.ts';
import { CATALOGUES as EVERYWHERE, type TextId as EverywhereId } from './texts.ts';

/** A text of the sidebar. They are loaded with it, and known only below `WithSidebarTexts`. */
export type TextId = EverywhereId | keyof typeof en;
export type Say = SayOf<TextId>;

const CATALOGUES: Catalogues<TextId> = {
  en: { ...EVERYWHERE.en, ...en },
  ja: { ...EVERYWHERE.ja, ...ja },
  'zh-CN': { ...EVERYWHERE['zh-CN'], ...zhCN },
};

export const translationsFor = makeTranslationsFor(CATALOGUES);
export const sayWith = makeSayWith(CATALOGUES);
export const messageProps = makeMessageProps(CATALOGUES);

export function useSay(): Say {
  const intl = useIntl();
  return useMemo(() => sayWith(intl), [intl]);
}
