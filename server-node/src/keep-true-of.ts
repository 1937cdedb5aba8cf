import type { ServerConfig } from './config.ts';
import { makeShowDigest } from './digest/show-digest.ts';
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
  {
    todos: store,
    outbox,
    people,
    livingPosts,
    signer,
  }: Pick<SignedStore, 'todos' | 'outbox' | 'people' | 'livingPosts' | 'signer'>,
  { now, logger }: Pick<ServerDeps, 'now' | 'logger'>,
): KeepTrue {
  const languages = languagesOf(config, host);
  const { accountOf, pinPost, recipients } = host;
  return makeKeepTrue({
    ...{ store, outbox, pinPost, now, logger },
    poster: signingPoster(host.poster, signer),
    shows: {
      list: makeShowChannelList({ reader: store, languages, accountOf, now }),
      digest: makeShowDigest({ reader: store, people, accountOf, recipients, languages, now }),
      ended: makeShowEnded({ livingPosts, languages, recipients, now }),
    },
  });
}
