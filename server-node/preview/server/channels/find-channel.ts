import { idParam, type Call } from '../http/call.ts';
import { noSuchChannel } from '../http/mattermost-error.ts';
import { insist, mayRead } from '../people/permissions.ts';
import type { Channel } from '../site/records.ts';
import type { Site } from '../site/site.ts';

export function wantedChannel(site: Site, id: string): Channel {
  const channel = site.world.channels.get(id);
  if (channel === undefined) throw noSuchChannel(id);
  return channel;
}

/** The channel of the path, if the caller may read it. */
export function readableChannel(site: Site, call: Call): Channel {
  const channel = wantedChannel(site, idParam(call, 'channel_id'));
  insist(mayRead(site, channel, call.user));
  return channel;
}
