import type { ServerConfig } from './config.ts';
import type { Host } from './host.ts';
import { makeLanguages } from './program/texts/languages.ts';

export const languagesOf = ({ language }: ServerConfig, { accountOf, siteLocale }: Host) =>
  makeLanguages({ language, accountOf, siteLocale });
