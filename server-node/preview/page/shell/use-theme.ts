import { useEffect } from 'react';
import { useSelector } from 'react-redux';
import { getTheme } from 'mattermost-redux/selectors/entities/preferences';
import type { PageState } from '../store/state.ts';
import { applyTheme } from '../theme.ts';

/** The window follows the person's theme. */
export function useTheme(): void {
  const theme = useSelector((state: PageState) => getTheme(state));
  useEffect(() => applyTheme(theme), [theme]);
}
