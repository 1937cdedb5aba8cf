import { hookToken } from '../callers/hook-token.ts';
import type { Config, ServerConfig } from '../config.ts';
import type { DatabaseAddress } from '../store/open-store.ts';
import { secretForms } from './secret-forms.ts';

/** The settings of any host. */
type SecretConfig = Pick<ServerConfig, 'databaseUrl' | 'program'> & {
  mattermost: ServerConfig['mattermost'] & Partial<Pick<Config['mattermost'], 'botToken'>>;
};

/**
 * What the log must never show, each in all forms in which it may stand there; the longest first, so that none is left
 * in pieces.
 *
 * @param more what else a host knows
 */
export function secretsOf(
  { mattermost, databaseUrl, program }: SecretConfig,
  more: readonly string[] = [],
): string[] {
  const secrets = [
    mattermost.botToken ?? '',
    ...mattermost.webhookTokens.map((entry) => hookToken(entry).token),
    ...mattermost.commandTokens,
    ...passwordsOf(databaseUrl),
    ...Object.entries(program?.environment ?? {}).flatMap(([name, value]) =>
      name === 'PATH' || name === 'LANG' ? [] : [value],
    ),
    ...more,
  ];
  const forms = new Set(secrets.filter((secret) => secret !== '').flatMap(secretForms));
  return [...forms].toSorted((one, other) => other.length - one.length);
}

/** Also of an address that only PostgreSQL's driver can read. */
const USER_AND_PASSWORD = /^\w+:\/\/[^:@/]*:([^/?#]*)@/;

function passwordsOf(address: DatabaseAddress): string[] {
  if (typeof address !== 'string') return typeof address.password === 'string' ? [address.password] : [];
  const named = URL.canParse(address) ? new URL(address).searchParams : new URLSearchParams();
  const [, password = ''] = USER_AND_PASSWORD.exec(address) ?? [];
  return [password, named.get('password') ?? '', named.get('sslpassword') ?? ''];
}
