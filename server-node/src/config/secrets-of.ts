import type { Config } from '../config.ts';

/** What the log must never show. */
export function secretsOf({ mattermost, databaseUrl, program }: Config): string[] {
  return [
    mattermost.botToken,
    ...mattermost.webhookTokens,
    ...mattermost.commandTokens,
    ...passwordOf(databaseUrl),
    ...Object.entries(program?.environment ?? {}).flatMap(([name, value]) =>
      name === 'PATH' || name === 'LANG' ? [] : [value],
    ),
  ];
}

function passwordOf(databaseUrl: string): string[] {
  if (!URL.canParse(databaseUrl)) return [];
  const { password } = new URL(databaseUrl);
  return password === '' ? [] : [password, decodeURIComponent(password)];
}
