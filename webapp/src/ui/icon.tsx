import React from 'react';

/** From Mattermost's own icon font; the names that we use are listed, so that a typing error is found. */
export type IconName =
  | 'account-multiple-outline'
  | 'account-outline'
  | 'account-plus-outline'
  | 'alert-circle-outline'
  | 'alert-outline'
  | 'archive-outline'
  | 'arrow-back-ios'
  | 'bell-outline'
  | 'calendar-check-outline'
  | 'calendar-month-outline'
  | 'calendar-outline'
  | 'check'
  | 'check-circle-outline'
  | 'checkbox-marked-circle-outline'
  | 'chevron-down'
  | 'clock-outline'
  | 'close-circle-outline'
  | 'close'
  | 'console'
  | 'dots-vertical'
  | 'globe'
  | 'keyboard-outline'
  | 'lock-outline'
  | 'magnify'
  | 'message-text-outline'
  | 'pencil-outline'
  | 'plus'
  | 'send-outline'
  | 'settings-outline'
  | 'slash-forward-box-outline'
  | 'sort-ascending'
  | 'sync'
  | 'text-box-outline'
  | 'trash-can-outline';

export function Icon({ name }: { name: IconName }) {
  return <i className={`todo-node-icon icon icon-${name}`} aria-hidden="true" />;
}
