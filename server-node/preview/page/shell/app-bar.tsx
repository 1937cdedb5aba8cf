import React from 'react';
import { useSelector } from 'react-redux';
import type { PageState } from '../store/state.ts';
import { currentChannel } from '../store/selectors.ts';

function useCurrent() {
  const channel = useSelector(currentChannel);
  const member = useSelector((state: PageState) => state.entities.channels.myMembers[channel?.id ?? '']);
  return { channel, member };
}

/** Icons of plugins; a plugin with one of its own has no channel header button here. */
export function AppBar() {
  const { channel, member } = useCurrent();
  const { AppBar: icons, ChannelHeaderButton: buttons } = useSelector(
    (state: PageState) => state.plugins.components,
  );
  const active = useActivePlugin();
  const withIcon = new Set(icons.map(({ pluginId }) => pluginId));
  return (
    <div className="app-bar">
      <div className="app-bar__top">
        {icons.map(({ id, pluginId, iconUrl, tooltipText, action }) => (
          <div
            key={id}
            id={`app-bar-icon-${pluginId}`}
            className={`app-bar__icon ${active === pluginId ? 'app-bar__icon--active' : ''}`}
            title={asText(tooltipText, pluginId)}
            onClick={() => action(channel, member)}
          >
            <div role="button" tabIndex={0} className="app-bar__icon-inner">
              <img src={iconUrl} alt={pluginId} />
            </div>
          </div>
        ))}
        {buttons
          .filter(({ pluginId }) => !withIcon.has(pluginId))
          .map(({ id, pluginId, icon, tooltipText, dropdownText, action }) => (
            <div
              key={id}
              id={`app-bar-icon-${pluginId}`}
              className={`app-bar__icon ${active === pluginId ? 'app-bar__icon--active' : ''}`}
              title={asText(tooltipText ?? dropdownText, pluginId)}
              onClick={() => channel !== undefined && member !== undefined && action(channel, member)}
            >
              <div
                role="button"
                tabIndex={0}
                className="app-bar__old-icon app-bar__icon-inner app-bar__icon-inner--centered"
              >
                {icon}
              </div>
            </div>
          ))}
      </div>
    </div>
  );
}

const asText = (text: React.ReactNode, standard: string): string =>
  typeof text === 'string' ? text : standard;

function useActivePlugin(): string | undefined {
  return useSelector((state: PageState) => {
    const { isSidebarOpen, pluggableId } = state.views.rhs;
    const all = state.plugins.components.RightHandSidebarComponent;
    return isSidebarOpen ? all.find(({ id }) => id === pluggableId)?.pluginId : undefined;
  });
}

/** Where there is no room for the app bar, its buttons stand in the channel's header. */
export function ChannelHeaderButtons() {
  const { channel, member } = useCurrent();
  const buttons = useSelector((state: PageState) => state.plugins.components.ChannelHeaderButton);
  if (channel === undefined || member === undefined) return null;
  return (
    <>
      {buttons.map(({ id, pluginId, icon, dropdownText, action }) => (
        <button
          key={id}
          type="button"
          className="channel-header__icon btn btn-icon"
          aria-label={asText(dropdownText, pluginId)}
          onClick={() => action(channel, member)}
        >
          {icon}
        </button>
      ))}
    </>
  );
}
