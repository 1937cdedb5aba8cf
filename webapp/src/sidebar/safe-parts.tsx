import React, { useInsertionEffect, type ReactNode } from 'react';
import { PersonalSettings } from '../features/settings/personal-settings.tsx';
import { addStyles } from '../host/add-styles.ts';
import { useSay } from '../host/sidebar-texts.ts';
import { WithSidebarTexts } from '../host/with-sidebar-texts.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { styles } from './sidebar.css';
import { Sidebar } from './sidebar.tsx';

/** One way in to all that comes later: with several, webpack bundles what they share as modules, which is larger. */
export { MessageDialog } from './message-dialog.tsx';

export const SafeSidebar = () => (
  <Safe>
    <Sidebar />
  </Safe>
);

/** In Mattermost's own dialog of a person's settings. */
export const SafeSettings = () => (
  <Safe>
    <div className="todo-node-root todo-node-root--within">
      <PersonalSettings />
    </div>
  </Safe>
);

/** With styles and texts: every page has only those of the icon, the buttons and the notices. */
function Safe({ children }: { children: ReactNode }) {
  useInsertionEffect(() => addStyles(styles), []);
  return (
    <WithSidebarTexts>
      <ErrorBoundary fallback={(reset) => <Broken reset={reset} />}>{children}</ErrorBoundary>
    </WithSidebarTexts>
  );
}

function Broken({ reset }: { reset: () => void }) {
  const say = useSay();
  return (
    <div className="todo-node-root todo-node-empty" role="alert">
      <h3 className="todo-node-empty-title">{say('broken.title')}</h3>
      <p className="todo-node-empty-text">{say('broken.text')}</p>
      <TextButton kind="tertiary" onClick={reset}>
        {say('broken.again')}
      </TextButton>
    </div>
  );
}
