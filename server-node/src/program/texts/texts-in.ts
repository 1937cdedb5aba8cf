import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Locale } from './locale.ts';
import type { Texts } from './texts.ts';
import { zhCn } from './zh-cn.ts';

const TEXTS: Readonly<Record<Locale, Texts>> = { en, 'zh-CN': zhCn, ja };

export const textsIn = (locale: Locale = 'en'): Texts => TEXTS[locale];
