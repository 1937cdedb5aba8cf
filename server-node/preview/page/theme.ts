import Preferences from 'mattermost-redux/constants/preferences';
import type { Theme } from 'mattermost-redux/selectors/entities/preferences';

export const THEMES = { light: Preferences.THEMES.denim, dark: Preferences.THEMES.onyx } as unknown as Record<
  'light' | 'dark',
  Theme
>;

const MIXES = ['04', '08', '12', '16', '20', '24', '32', '40', '48', '56', '64', '72', '75', '80', '88'];

/** `--center-channel-bg` and the like, each also as `…-rgb`, with the ready mixes that Mattermost offers. */
export function themeVariables(theme: Theme): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [key, value] of Object.entries(theme as unknown as Record<string, unknown>)) {
    if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/i.test(value)) continue;
    const name = key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const short = SHORT_NAMES[name] ?? name;
    variables[`--${short}`] = value;
    variables[`--${name}-rgb`] = triple(value);
    if (short !== name && short !== 'error-text') variables[`--${short}-rgb`] = triple(value);
  }
  for (const mix of MIXES) {
    for (const base of ['center-channel-color', 'button-bg']) {
      variables[`--${base}-${mix}`] = `rgba(var(--${base}-rgb), 0.${mix})`;
    }
  }
  return variables;
}

/** Names of variables that are not those of the theme's keys. */
const SHORT_NAMES: Record<string, string> = {
  'error-text-color': 'error-text',
  'sidebar-header-bg': 'global-header-background',
  'sidebar-header-text-color': 'global-header-text',
};

function triple(hex: string): string {
  return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16)).join(', ');
}

export function applyTheme(theme: Theme): void {
  for (const [name, value] of Object.entries(themeVariables(theme))) {
    document.documentElement.style.setProperty(name, value);
  }
}
