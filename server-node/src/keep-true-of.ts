import type { ServerConfig } from './config.ts';
import { makeShowDigest } from './digest/show-digest.ts';
import type { Host } from './host.ts';
import { languagesOf } from './languages-of.ts';
import { makeKeepTrue, type KeepTrue } from './living-posts/keep-true.ts';
import { makeShowChannelList } from './living-posts/show-channel-list.ts';
import { makeShowEnded } from './living-posts/show-ended.ts';
import type { Shows } from './living-posts/shown.ts';
import { signingPoster } from './presses/sign-replies.ts';
import { makeShowRequests } from './requests/show-requests.ts';
import type { ServerDeps, SignedStore } from './server-deps.ts';

type Kept = Pick<SignedStore, 'todos' | 'people' | 'livingPosts'>;

/** What keeps posts true, with all that they can show. */
export function keepTrueOf(
  config: ServerConfig,
  host: Host,
  store: Kept & Pick<SignedStore, 'outbox' | 'signer'>,
  { now, logger }: Pick<ServerDeps, 'now' | 'logger'>,
): KeepTrue {
  return makeKeepTrue({
    ...{ store: store.todos, outbox: store.outbox, pinPost: host.pinPost, now, logger },
    poster: signingPoster(host.poster, store.signer),
    shows: showsOf(config, host, store, now),
  });
}

export function showsOf(
  config: ServerConfig,
  host: Host,
  { todos: reader, people, livingPosts }: Kept,
  now: ServerDeps['now'],
): Shows {
  const { accountOf, recipients } = host;
  const languages = languagesOf(config, host);
  const known = { reader, people, accountOf, recipients, languages, now };
  return {
    list: makeShowChannelList({ reader, languages, accountOf, now }),
    digest: makeShowDigest(known),
    requests: makeShowRequests({ ...known, livingPosts }),
    ended: makeShowEnded({ livingPosts, languages, recipients, now }),
  };
}
