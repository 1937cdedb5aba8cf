import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { textsIn } from '../program/texts/texts-in.ts';

it.each(['en', 'zh-CN', 'ja'] as const)('a posted list has the headings of the sidebar, in %s', (locale) => {
  const path = new URL(`../../../webapp/i18n/sidebar/${locale}.json`, import.meta.url);
  const sidebar = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  const { overdue, today, upcoming, noDate } = textsIn(locale).livingPost.sections;
  const inSidebar = ['overdue', 'today', 'upcoming', 'undated'].map((name) => sidebar[`group.${name}`]);
  expect([overdue, today, upcoming, noDate]).toEqual(inSidebar.map((heading) => `**${heading}**`));
});
