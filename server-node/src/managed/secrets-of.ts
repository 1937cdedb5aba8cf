import type { ServerConfig } from '../config.ts';

/** What the log must never show. */
export function secretsOf({ mattermost, databaseUrl, program }: ServerConfig, dataSource: string): string[] {
  return [
    ...mattermost.webhookTokens,
    dataSource,
    ...(typeof databaseUrl === 'string' ? [databaseUrl] : [String(databaseUrl.password ?? '')]),
    ...Object.entries(program?.environment ?? {}).flatMap(([name, value]) =>
      name === 'PATH' || name === 'LANG' ? [] : [value],
    ),
  ];
}
