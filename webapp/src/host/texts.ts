import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import en from '../../i18n/en.json' with { type: 'json' };
import ja from '../../i18n/ja.json' with { type: 'json' };
import zhCN from '../../i18n/zh-CN.json' with { type: 'json' };
import {
  makeMessageProps,
  makeSayWith,
  makeTranslationsFor,
  type Catalogues,
  type SayOf,
} from './catalogues.ts';

/** A text that every page loads; those that only the sidebar shows come with it, in sidebar-texts.ts. */
export type TextId = keyof typeof en;
export type Say = SayOf<TextId>;

export const CATALOGUES: Catalogues<TextId> = { en, ja, 'zh-CN': zhCN };

/** For `registerTranslations`. */
export const translationsFor = makeTranslationsFor(CATALOGUES);
export const sayWith = makeSayWith(CATALOGUES);
/** For the places where the host wants a text of its own kind: it reads these two props by itself. */
export const messageProps = makeMessageProps(CATALOGUES);

export function useSay(): Say {
  const intl = useIntl();
  return useMemo(() => sayWith(intl), [intl]);
}
