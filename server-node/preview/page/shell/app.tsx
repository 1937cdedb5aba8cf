import React, { useEffect } from 'react';
import { FormattedMessage, IntlProvider } from 'react-intl';
import { Provider, useSelector } from 'react-redux';
import { PageContext, type Page } from '../page-context.ts';
import { popOutAt } from '../pop-out.ts';
import { ChannelView } from '../posts/channel-view.tsx';
import { channelTitle, currentUser } from '../store/selectors.ts';
import type { PageState } from '../store/state.ts';
import { AppBar, ChannelHeaderButtons } from './app-bar.tsx';
import { ChannelList } from './channel-list.tsx';
import { useChannelRoute } from './channel-route.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { GlobalHeader } from './global-header.tsx';
import { RhsPopOut } from './rhs-pop-out.tsx';
import { RightHandSidebar } from './rhs.tsx';
import { Roots } from './roots.tsx';
import { pageTexts } from './texts.ts';
import { useTheme } from './use-theme.ts';

export function App({ page }: { page: Page }) {
  const popOut = popOutAt(page.history.location());
  return (
    <Provider store={page.store as never}>
      <PageContext.Provider value={page}>
        <Translated>{popOut === undefined ? <Frame /> : <RhsPopOut {...popOut} />}</Translated>
      </PageContext.Provider>
    </Provider>
  );
}

/** The messages of plugins come together with those of the page. */
function Translated({ children }: { children: React.ReactNode }) {
  const locale = useSelector((state: PageState) => currentUser(state)?.locale ?? 'en');
  const translations = useSelector((state: PageState) => state.views.i18n.translations);
  const messages = Object.assign({}, ...Object.values(translations), pageTexts(locale)) as Record<
    string,
    string
  >;
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <IntlProvider key={locale} locale={locale} messages={messages} onError={() => undefined}>
      {children}
    </IntlProvider>
  );
}

function Frame() {
  useTheme();
  const isConnected = useSelector((state: PageState) => state.views.isConnected);
  return (
    <div id="app" className="main-wrapper">
      <GlobalHeader />
      {!isConnected && (
        <div className="announcement-bar" role="status">
          <FormattedMessage id="page.offline" />
        </div>
      )}
      <div className="body-area">
        <ChannelList />
        <Centre />
        <RightHandSidebar />
        <AppBar />
      </div>
      <Roots />
      <Dialog />
    </div>
  );
}

function Centre() {
  const channel = useChannelRoute();
  const title = useSelector((state: PageState) =>
    channel === undefined ? '' : channelTitle(state, channel),
  );
  return (
    <main id="channel_view" className="channel-view">
      <header id="channel-header" className="channel-header">
        <h2 id="channelHeaderTitle">{title}</h2>
        <div className="channel-header__buttons">
          <ChannelHeaderButtons />
        </div>
      </header>
      {channel !== undefined && <ChannelView channel={channel} />}
    </main>
  );
}
