import React, { useEffect, useState } from 'react';
import { useApp } from '../../app/app-context.tsx';
import { useFoundPeople } from '../../app/use-found-people.ts';
import { Avatar, useUsername } from '../../host/person.tsx';
import { choiceOf, PersonField } from '../../host/person-field.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { noteIdOf, Setting, SettingIcon } from './setting.tsx';
import type { Settings } from './use-settings.ts';

/** Those who cannot ask this person for anything. It is missing where the backend knows of no requests yet. */
export function BlockedSetting({ settings }: { settings: Settings }) {
  const app = useApp();
  const say = useSay();
  const [typed, setTyped] = useState('');
  const found = useFoundPeople(typed, null, typed.trim() !== '');
  const blocked = settings.inEffect('blocked');
  useEffect(() => void app.loadProfiles(blocked ?? []), [app, blocked]);
  if (blocked === undefined) return null;
  const isNew = ({ id }: { id: string }) => id !== app.userId && !blocked.includes(id);
  const choices = Array.isArray(found) ? found.filter(isNew).map(choiceOf) : (found as 'failed' | null);

  return (
    <Setting
      name="blocked"
      settings={settings}
      lead={<SettingIcon name="account-outline" />}
      label={say('settings.blocked')}
      help={say('settings.blockedHelp')}
    >
      <div className="todo-node-setting-people">
        {blocked.length > 0 && (
          <ul aria-label={say('settings.blocked')}>
            {blocked.map((id) => (
              <Blocked
                key={id}
                id={id}
                onFree={() =>
                  settings.save(
                    'blocked',
                    blocked.filter((one) => one !== id),
                  )
                }
              />
            ))}
          </ul>
        )}
        <PersonField
          label={say('settings.block')}
          describedBy={noteIdOf('blocked')}
          typed={typed}
          choices={typed.trim() === '' ? undefined : choices}
          onType={setTyped}
          onChoose={({ id }) => {
            setTyped('');
            if (id !== null) settings.save('blocked', [...blocked, id]);
          }}
        />
      </div>
    </Setting>
  );
}

function Blocked({ id, onFree }: { id: string; onFree: () => void }) {
  const say = useSay();
  const name = useUsername(id) || say('someone');
  return (
    <li className="todo-node-person">
      <Avatar userId={id} size={20} />
      <span className="todo-node-person-name">{name}</span>
      <IconButton icon="close" size={24} label={say('settings.unblock', { name })} onClick={onFree} />
    </li>
  );
}
