import React, { useInsertionEffect } from 'react';
import { addStyles } from '../host/add-styles.ts';
import { useSay } from '../host/sidebar-texts.ts';
import { WithSidebarTexts } from '../host/with-sidebar-texts.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { styles } from './sidebar.css';
import { Sidebar } from './sidebar.tsx';

/** The sidebar with its styles and texts: every page has only those of the icon, the buttons and the notices. */
export function SafeSidebar() {
  useInsertionEffect(() => addStyles(styles), []);
  return (
    <WithSidebarTexts>
      <ErrorBoundary fallback={(reset) => <Broken reset={reset} />}>
        <Sidebar />
      </ErrorBoundary>
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
