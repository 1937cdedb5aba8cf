import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Locale } from './locale.ts';
import type { Texts } from './texts.ts';
import { typedAfter, type Typed } from './typed.ts';
import { zhCn } from './zh-cn.ts';

const TEXTS: Readonly<Record<Locale, (typed: Typed) => Texts>> = { en, 'zh-CN': zhCn, ja };

/** @param lead what is typed before a command where the texts are read, such as `todo ` in a channel */
export const textsIn = (locale: Locale = 'en', lead = ''): Texts => TEXTS[locale](typedAfter(lead));
