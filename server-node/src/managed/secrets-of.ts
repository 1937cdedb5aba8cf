import { hookToken } from '../callers/hook-token.ts';
import type { ServerConfig } from '../config.ts';

/** What the log must never show. */
export function secretsOf({ mattermost, databaseUrl, program }: ServerConfig, dataSource: string): string[] {
  return [
    ...mattermost.webhookTokens.map((entry) => hookToken(entry).token),
    dataSource,
    ...(typeof databaseUrl === 'string' ? [databaseUrl] : [String(databaseUrl.password ?? '')]),
    ...Object.entries(program?.environment ?? {}).flatMap(([name, value]) =>
      name === 'PATH' || name === 'LANG' ? [] : [value],
    ),
  ];
}
