/* global window, registerPlugin */
// A plugin that uses each part of the registry once, for the test of the page.
// In a block: the script comes into the page again when the plugin is enabled again.
{
  const { React, ReactIntl, ReactRedux } = window;

  function Sidebar() {
    const name = ReactRedux.useSelector(
      ({ entities }) => entities.users.profiles[entities.users.currentUserId].username,
    );
    const count = ReactRedux.useSelector((state) => state['plugins-tiny']);
    return React.createElement(
      'div',
      { id: 'tiny' },
      `${name} ${count} `,
      React.createElement(ReactIntl.FormattedMessage, { id: 'tiny.hello' }),
    );
  }

  function Broken() {
    throw new Error('broken on purpose');
  }

  registerPlugin('tiny', {
    initialize(registry, store) {
      const rhs = registry.registerRightHandSidebarComponent(Sidebar, 'Tiny');
      registry.registerChannelHeaderButtonAction({
        icon: React.createElement('i', { className: 'icon icon-check' }),
        action: () => store.dispatch(rhs.toggleRHSPlugin),
        dropdownText: 'Tiny',
        tooltipText: 'Tiny',
      });
      registry.registerRootComponent(() => React.createElement('div', { id: 'tiny-root' }));
      registry.registerRootComponent(Broken);
      registry.registerReducer((count = 0, { type }) => (type === 'tiny/counted' ? count + 1 : count));
      registry.registerTranslations((locale) => ({ 'tiny.hello': locale === 'ja' ? 'こんにちは' : 'Hello' }));
      registry.registerPostDropdownMenuAction('Take', (postId) => (window.taken = postId));
      registry.registerWebSocketEventHandler('posted', ({ event }) => (window.heard = event));
      registry.registerReconnectHandler(() => (window.reconnected = true));
      registry.registerSlashCommandWillBePostedHook((message) => {
        if (message === '/tiny bad') return { error: { message: 'Not like this' } };
        if (message !== '/tiny') return undefined;
        store.dispatch({ type: 'tiny/counted' });
        return {};
      });
    },
    uninitialize() {
      window.left = true;
    },
  });
}
