import React, { useMemo, type ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { translationsFor } from './sidebar-texts.ts';

/** Mattermost has no texts of the sidebar, since they come later than the plugin: here they join its own. */
export function WithSidebarTexts({ children }: { children: ReactNode }) {
  const { locale, messages, timeZone, formats, defaultLocale, onError } = useIntl();
  const all = useMemo(
    () => ({ ...(messages as Record<string, string>), ...translationsFor(locale) }),
    [messages, locale],
  );
  return (
    <IntlProvider
      {...{ locale, formats, defaultLocale, onError }}
      {...(timeZone === undefined ? {} : { timeZone })}
      messages={all}
    >
      {children}
    </IntlProvider>
  );
}
