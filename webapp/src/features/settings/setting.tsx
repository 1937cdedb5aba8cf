import React, { type ReactNode } from 'react';
import { FAULT_TITLES } from '../../host/fault-titles.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import type { SettingName, Settings } from './use-settings.ts';

interface Props {
  name: SettingName;
  settings: Settings;
  /** Stands at the left edge: an icon, or the check box that turns it on. */
  lead: ReactNode;
  label: ReactNode;
  help?: string;
  /** Why what was chosen cannot be sent at all. */
  wrong?: string | null;
  children?: ReactNode;
}

/** The element that says what is wrong with a setting, or what it means. */
export const noteIdOf = (name: SettingName): string => `todo-node-setting-${name}-note`;

/** One setting: what it is, its fields, and below them what became of the last change. */
export function Setting({ name, settings, lead, label, help, wrong = null, children }: Props) {
  return (
    <div className="todo-node-setting">
      <div className="todo-node-setting-lead">{lead}</div>
      <div className="todo-node-setting-body">
        <div className="todo-node-setting-line">
          <span className="todo-node-setting-label">
            {label}
            {wrong === null && settings.outcome(name) === 'saved' && <Saved />}
          </span>
          {children}
        </div>
        <div id={noteIdOf(name)} className="todo-node-setting-note">
          {help}
          <Trouble name={name} settings={settings} wrong={wrong} />
        </div>
      </div>
    </div>
  );
}

export const SettingIcon = ({ name }: { name: IconName }) => <Icon name={name} />;

function Saved() {
  const say = useSay();
  return (
    <span className="todo-node-setting-saved" role="status">
      <Icon name="check" />
      {say('settings.saved')}
    </span>
  );
}

function Trouble({ name, settings, wrong }: Pick<Props, 'name' | 'settings'> & { wrong: string | null }) {
  const say = useSay();
  const outcome = settings.outcome(name);
  if (wrong !== null) return <Refusal reason={wrong} />;
  if (typeof outcome !== 'object') return null;
  const reason = outcome.kind === 'refused' ? outcome.message : `${say(FAULT_TITLES[outcome.kind])}.`;
  return (
    <Refusal reason={say('notSaved', { reason })}>
      <TextButton onClick={() => settings.retry(name)}>{say('retry')}</TextButton>
    </Refusal>
  );
}

function Refusal({ reason, children }: { reason: string; children?: ReactNode }) {
  return (
    <div className="todo-node-error-line" role="alert">
      <Icon name="alert-circle-outline" />
      <span className="todo-node-error-text">{reason}</span>
      {children}
    </div>
  );
}
