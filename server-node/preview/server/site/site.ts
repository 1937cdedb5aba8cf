import type { EventHub } from '../websocket/event-hub.ts';
import type { PluginShelf } from '../plugins/plugin-shelf.ts';
import type { PostIndex } from './post-index.ts';
import type { World } from './world.ts';

/** What every route of the stand-in works on. */
export interface Site {
  readonly world: World;
  readonly posts: PostIndex;
  readonly plugins: PluginShelf;
  readonly events: EventHub;
  /** `''`, or a subpath such as `/chat`. */
  readonly basePath: string;
  /** With the subpath and without a slash at the end; known once the stand-in listens. */
  readonly siteUrl: () => string;
  readonly now: () => number;
  /** 30 s as in Mattermost, unless a test wants it shorter. */
  readonly integrationTimeoutMs: number;
  /** How many unauthenticated ms a WebSocket lives; 5 s as in Mattermost, unless a test wants it shorter. */
  readonly challengeTimeoutMs: number;
  /** Told what a real server would write into its log. */
  readonly warn: (sentence: string) => void;
}
