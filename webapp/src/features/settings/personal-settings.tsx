import React from 'react';
import { FAULT_TEXTS } from '../../host/fault-texts.ts';
import { FAULT_TITLES } from '../../host/fault-titles.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { BlockedSetting } from './blocked-setting.tsx';
import { ClockSetting } from './clock-setting.tsx';
import { DigestSetting } from './digest-setting.tsx';
import { ReactionSetting, ThreadSetting } from './message-settings.tsx';
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
      <ClockSetting settings={settings} />
      <Heading words={say('settings.reminders')} />
      <TimedReminder settings={settings} />
      <UntimedReminder settings={settings} />
      <p className="todo-node-setting-note todo-node-setting-footnote">{say('settings.fromNowOn')}</p>
      <QuietSetting settings={settings} />
      <DigestSetting settings={settings} />
      {settings.inEffect('requests') !== undefined && <Heading words={say('settings.others')} />}
      <RequestsSetting settings={settings} />
      <BlockedSetting settings={settings} />
      {settings.inEffect('reaction') !== undefined && <Heading words={say('settings.messages')} />}
      <ReactionSetting settings={settings} />
      <ThreadSetting settings={settings} />
    </div>
  );
}

const Heading = ({ words }: { words: string }) => (
  <div className="todo-node-setting-heading" role="heading" aria-level={3}>
    {words}
  </div>
);
