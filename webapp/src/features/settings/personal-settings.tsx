import React from 'react';
import { FAULT_TEXTS } from '../../host/fault-texts.ts';
import { FAULT_TITLES } from '../../host/fault-titles.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { DigestSetting } from './digest-setting.tsx';
import { QuietSetting } from './quiet-setting.tsx';
import { TimedReminder, UntimedReminder } from './reminder-settings.tsx';
import { RequestsSetting } from './requests-setting.tsx';
import { useSettings } from './use-settings.ts';
import { WeekSetting } from './week-setting.tsx';
import { ZoneSetting } from './zone-setting.tsx';

/** What a person may set for themselves. Each change is sent as it is made; there is nothing else to be saved. */
export function PersonalSettings() {
  const say = useSay();
  const { settings, failure, reload } = useSettings();
  if (settings === null) {
    if (failure === null) return <Loading label={say('loading')} />;
    const { kind, status, message } = failure;
    const isOlder = status === 404 && kind === 'refused';
    return (
      <Notice
        kind="danger"
        icon="alert-outline"
        title={say(
          isOlder ? 'settings.notKept' : kind === 'refused' ? 'settings.notShown' : FAULT_TITLES[kind],
        )}
        text={isOlder ? '' : say(FAULT_TEXTS[kind], { reason: message })}
        action={!isOlder && <TextButton onClick={reload}>{say('tryNow')}</TextButton>}
      />
    );
  }
  return (
    <div className="todo-node-settings">
      <ZoneSetting settings={settings} />
      <WeekSetting settings={settings} />
      <div className="todo-node-setting-heading" role="heading" aria-level={3}>
        {say('settings.reminders')}
      </div>
      <TimedReminder settings={settings} />
      <UntimedReminder settings={settings} />
      <p className="todo-node-setting-note todo-node-setting-footnote">{say('settings.fromNowOn')}</p>
      <QuietSetting settings={settings} />
      <DigestSetting settings={settings} />
      <RequestsSetting settings={settings} />
    </div>
  );
}
