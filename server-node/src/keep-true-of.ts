import type { ServerConfig } from './config.ts';
import type { Host } from './host.ts';
import { languagesOf } from './languages-of.ts';
import { makeKeepTrue, type KeepTrue } from './living-posts/keep-true.ts';
import { makeShowChannelList } from './living-posts/show-channel-list.ts';
import { makeShowEnded } from './living-posts/show-ended.ts';
import { signingPoster } from './presses/sign-replies.ts';
import type { ServerDeps, SignedStore } from './server-deps.ts';

/** What keeps posts true, with all that they can show. */
export function keepTrueOf(
  config: ServerConfig,
  host: Host,
  { todos: store, signer }: Pick<SignedStore, 'todos' | 'signer'>,
  { now, logger }: Pick<ServerDeps, 'now' | 'logger'>,
): KeepTrue {
  const languages = languagesOf(config, host);
  const { pinPost, recipients } = host;
  return makeKeepTrue({
    ...{ store, pinPost, now, logger },
    poster: signingPoster(host.poster, signer),
    shows: {
      list: makeShowChannelList({ reader: store, languages, now }),
      ended: makeShowEnded({ store, languages, recipients }),
    },
  });
}
