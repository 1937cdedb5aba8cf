import React from 'react';
import { useIntl } from 'react-intl';
import { useSelector } from 'react-redux';
import { getTheme } from 'mattermost-redux/selectors/entities/preferences';
import { Client4 } from '../connect/client.ts';
import { usePage } from '../page-context.ts';
import { currentUser } from '../store/selectors.ts';
import type { PageState } from '../store/state.ts';
import { THEMES } from '../theme.ts';
import { LANGUAGES } from './texts.ts';

export function GlobalHeader() {
  const intl = useIntl();
  const { basePath } = usePage();
  const user = useSelector(currentUser);
  if (user === undefined) return null;
  const signOut = async () => {
    await Client4.logout();
    document.cookie = `MMUSERID=; Path=${basePath || '/'}; Max-Age=0`;
    window.location.assign(`${basePath}/login`);
  };
  return (
    <header id="global-header" className="global-header">
      <strong>{intl.formatMessage({ id: 'page.stand_in' })}</strong>
      <div className="global-header__settings">
        <ThemeSwitch userId={user.id} />
        <LanguageSwitch userId={user.id} locale={user.locale} />
        <button type="button" id="signOut" className="btn btn-xs" onClick={() => void signOut()}>
          {user.username}: {intl.formatMessage({ id: 'page.sign_out' })}
        </button>
      </div>
    </header>
  );
}

function ThemeSwitch({ userId }: { userId: string }) {
  const intl = useIntl();
  const teamId = useSelector((state: PageState) => state.entities.teams.currentTeamId);
  const isDark = useSelector((state: PageState) => getTheme(state).type) === THEMES.dark.type;
  const next = isDark ? THEMES.light : THEMES.dark;
  const value = JSON.stringify(next);
  const save = () =>
    Client4.savePreferences(userId, [{ user_id: userId, category: 'theme', name: teamId, value }]);
  return (
    <button type="button" id="themeSwitch" className="btn btn-xs" onClick={() => void save()}>
      {intl.formatMessage({ id: isDark ? 'page.light' : 'page.dark' })}
    </button>
  );
}

function LanguageSwitch({ userId, locale }: { userId: string; locale: string }) {
  const intl = useIntl();
  return (
    <select
      id="languageSwitch"
      aria-label={intl.formatMessage({ id: 'page.language' })}
      value={locale}
      onChange={(event) => void Client4.patchUser({ id: userId, locale: event.target.value } as never)}
    >
      {Object.entries(LANGUAGES).map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
