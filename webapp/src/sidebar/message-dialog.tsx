import React, { useInsertionEffect, type ComponentProps } from 'react';
import { AddDialog } from '../features/from-message/add-dialog.tsx';
import { styles as ofDialog } from '../features/from-message/dialog.css';
import { addStyles } from '../host/add-styles.ts';
import { WithSidebarTexts } from '../host/with-sidebar-texts.tsx';
import { styles } from './sidebar.css';

/** The dialog with the styles and texts that every page does without. */
export function MessageDialog(props: ComponentProps<typeof AddDialog>) {
  useInsertionEffect(() => addStyles(styles + ofDialog), []);
  return (
    <WithSidebarTexts>
      <AddDialog {...props} />
    </WithSidebarTexts>
  );
}
