import { parseArgs } from 'node:util';
import { isOurs, PLATFORMS, type Platform } from '../executable/platform.ts';

export interface DeployOptions {
  /** Undefined: whichever kind is installed there, else the small one. */
  kind: 'managed' | 'sidecar' | undefined;
  /** The platform of the managed bundle; undefined where this machine has none. */
  platform: Platform | undefined;
}

export const DEPLOY_HELP = `Uploads the bundle to MM_URL, enables it, and waits until it runs. The bundles come from npm run dist.

  --managed             the bundle with the backend in it, which Mattermost starts
  --platform NAME       the same, for a server that is not like this machine: ${Object.keys(PLATFORMS).join(' or ')}
  --sidecar             the small bundle; you run the backend yourself
                        With none of these: the kind that is installed there, else the small one.

Expects MM_URL, and MM_ADMIN_TOKEN or MM_ADMIN_USER with MM_ADMIN_PASSWORD, of a system administrator.
`;

/** @returns undefined when help is asked for */
export function readDeployOptions(args: readonly string[]): DeployOptions | undefined {
  const given = parsed(args);
  if (given.help) return undefined;
  const platform = given.platform ?? ours();
  if (platform !== undefined && !isPlatform(platform)) {
    throw new Error(`--platform: Expected ${Object.keys(PLATFORMS).join(' or ')}; got ${platform}.`);
  }
  const isManaged = given.managed === true || given.platform !== undefined;
  if (isManaged && given.sidecar === true) throw new Error('Expected --managed or --sidecar; got both.');
  return { kind: isManaged ? 'managed' : given.sidecar === true ? 'sidecar' : undefined, platform };
}

const ours = () => (Object.keys(PLATFORMS) as Platform[]).find(isOurs);
const isPlatform = (text: string): text is Platform => Object.hasOwn(PLATFORMS, text);

function parsed(args: readonly string[]) {
  const options = {
    managed: { type: 'boolean' },
    sidecar: { type: 'boolean' },
    platform: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${DEPLOY_HELP}`, { cause: error });
  }
}
