import React, { useEffect, useState } from 'react';
import { useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import { useApp } from '../../app/app-context.tsx';
import { settingTitles } from '../../host/setting-titles.ts';
import { useSay } from '../../host/texts.ts';
import { Notice } from '../../ui/notice.tsx';

/** Saving takes a moment to reach the backend, and Mattermost tells a plugin's page nothing of it. */
const ASK_EVERY_MS = 2_000;

/** In the System Console: whether the settings saved last are in use, and if not, why. */
export function SavedSettings() {
  const say = useSay();
  const titles = useSelector((state: GlobalState) => settingTitles(state));
  const refused = useRefused();
  if (refused === null) return null;
  return (
    <div className="todo-node-console">
      {refused === 'unknown' && say('console.unknown')}
      {refused !== 'unknown' && refused.length === 0 && say('console.inUse')}
      {refused !== 'unknown' && refused.length > 0 && (
        <Notice
          kind="danger"
          icon="alert-outline"
          title={say('console.refused')}
          text={
            <ul>
              {refused.map((fault) => (
                <li key={fault}>{withTitle(fault, titles)}</li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}

/** `null` before the first answer. */
function useRefused(): readonly string[] | 'unknown' | null {
  const { api } = useApp();
  const [refused, setRefused] = useState<readonly string[] | 'unknown' | null>(null);
  useEffect(() => {
    let isShown = true;
    const ask = async () => {
      const next = await api.getSettingsState().then(
        (view) => view.refused,
        () => 'unknown' as const,
      );
      if (!isShown) return;
      setRefused((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [api]);
  return refused;
}

/** The backend names a setting by its key; the page shows its title. */
function withTitle(fault: string, titles: ReadonlyMap<string, string>): string {
  const [, key = '', rest = ''] = /^(\w+): (.*)$/s.exec(fault) ?? [];
  const title = titles.get(key);
  return title === undefined ? fault : `${title} ${rest}`;
}
