import { hookToken } from '../callers/hook-token.ts';
import type { Config } from '../config.ts';

/** What the log must never show. */
export function secretsOf({ mattermost, databaseUrl, program }: Config): string[] {
  return [
    mattermost.botToken,
    ...mattermost.webhookTokens.map((entry) => hookToken(entry).token),
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
  return password === '' ? [] : [password, decoded(password)];
}

/** As the database gets it; a `%` that begins no code stands for itself there. */
function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}
