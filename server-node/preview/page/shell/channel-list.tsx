import React from 'react';
import { FormattedMessage } from 'react-intl';
import { shallowEqual, useSelector } from 'react-redux';
import type { Channel } from '@mattermost/types/channels';
import { usePage } from '../page-context.ts';
import { channelPath, channelTitle } from '../store/selectors.ts';
import type { PageState } from '../store/state.ts';

export function ChannelList() {
  const channels = useSelector(myChannels, shallowEqual);
  const team = useSelector(
    (state: PageState) => state.entities.teams.teams[state.entities.teams.currentTeamId],
  );
  const direct = channels.filter(({ type }) => type === 'D' || type === 'G');
  const others = channels.filter((channel) => !direct.includes(channel));
  return (
    <nav id="SidebarContainer" className="channel-list" aria-label={team?.display_name}>
      <h1 className="channel-list__team">{team?.display_name}</h1>
      <Group label="page.channels" channels={others} />
      <Group label="page.direct" channels={direct} />
    </nav>
  );
}

function myChannels(state: PageState): Channel[] {
  const { channels, myMembers } = state.entities.channels;
  return Object.values(channels)
    .filter(({ id }) => myMembers[id] !== undefined)
    .sort((left, right) => channelTitle(state, left).localeCompare(channelTitle(state, right)));
}

function Group({ label, channels }: { label: string; channels: Channel[] }) {
  return (
    <section>
      <h2 className="channel-list__label">
        <FormattedMessage id={label} />
      </h2>
      <ul>
        {channels.map((channel) => (
          <ChannelLink key={channel.id} channel={channel} />
        ))}
      </ul>
    </section>
  );
}

const ICONS: Record<string, string> = { O: 'icon-globe', P: 'icon-lock-outline', D: 'icon-account-outline' };

function ChannelLink({ channel }: { channel: Channel }) {
  const { basePath, history } = usePage();
  const path = useSelector((state: PageState) => channelPath(state, channel));
  const title = useSelector((state: PageState) => channelTitle(state, channel));
  const isCurrent = useSelector(
    (state: PageState) => state.entities.channels.currentChannelId === channel.id,
  );
  return (
    <li>
      <a
        id={`sidebarItem_${channel.name}`}
        className={`SidebarLink ${isCurrent ? 'SidebarLink--active' : ''}`}
        aria-current={isCurrent ? 'page' : undefined}
        href={basePath + path}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          history.push(path);
        }}
      >
        <i className={`icon ${ICONS[channel.type] ?? 'icon-account-multiple-outline'}`} aria-hidden="true" />
        {title}
      </a>
    </li>
  );
}
