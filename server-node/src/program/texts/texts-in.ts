import type { ClockHours } from '../../dates/in-words/when-words.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Locale } from './locale.ts';
import type { Texts } from './texts.ts';
import { typedAfter, type Typed } from './typed.ts';
import { zhCn } from './zh-cn.ts';

const TEXTS: Readonly<Record<Locale, (typed: Typed, hours: ClockHours) => Texts>> = { en, 'zh-CN': zhCn, ja };

/**
 * @param lead what is typed before a command where the texts are read, such as `todo ` in a channel
 * @param hours of the reader's clock; of several readers, or one whom nobody knows, 24, which all understand
 */
export const textsIn = (locale: Locale = 'en', lead = '', hours: ClockHours = 24): Texts =>
  TEXTS[locale](typedAfter(lead), hours);
