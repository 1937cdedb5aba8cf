import { createIntl } from 'react-intl';
import { currentUser, type HostStore } from './host-state.ts';
import { languageOf } from './catalogues.ts';
import { sayWith, translationsFor, type Say } from './texts.ts';

/** The person's language outside of React. */
export function sayFor(store: HostStore): Say {
  const locale = languageOf(currentUser(store.getState())?.locale ?? 'en');
  return sayWith(createIntl({ locale, messages: translationsFor(locale) }));
}
