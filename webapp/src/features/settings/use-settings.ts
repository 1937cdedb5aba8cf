import { useCallback, useEffect, useRef, useState } from 'react';
import type { PersonSettings } from '@todo-node/server/contract/api';
import { asRequestFailure, type RequestFailure } from '../../api/request-failure.ts';
import type { ReadSettings } from '../../api/settings-view.ts';
import { useApp } from '../../app/app-context.tsx';

export type SettingName = keyof PersonSettings;
/** `null`: as if nothing had been set. */
type Wanted = { readonly [Name in SettingName]?: PersonSettings[Name] | null };
type Outcome = 'saving' | 'saved' | RequestFailure;

/** The person's settings with what was just changed in them, and what became of each change. */
export interface Settings {
  /** What the person set; `null` where nothing is. */
  own<Name extends SettingName>(name: Name): PersonSettings[Name] | null;
  /** What holds; undefined where the backend says it in a way of which this version knows nothing. */
  inEffect<Name extends SettingName>(name: Name): PersonSettings[Name] | undefined;
  save<Name extends SettingName>(name: Name, value: PersonSettings[Name] | null): void;
  outcome(name: SettingName): Outcome | undefined;
  /** Tries again what was refused. */
  retry(name: SettingName): void;
}

export function useSettings(): {
  settings: Settings | null;
  failure: RequestFailure | null;
  reload: () => void;
} {
  const app = useApp();
  const [view, setView] = useState<ReadSettings | null>(null);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const [wanted, setWanted] = useState<Wanted>({});
  const [outcomes, setOutcomes] = useState<Partial<Record<SettingName, Outcome>>>({});
  const lastSent = useRef(Promise.resolve());

  const load = useCallback(() => {
    app.api.getSettings().then(
      (next) => {
        setView(next);
        setFailure(null);
      },
      (thrown: unknown) => setFailure(asRequestFailure(thrown)),
    );
  }, [app]);
  useEffect(load, [load]);

  function save<Name extends SettingName>(name: Name, value: PersonSettings[Name] | null): void {
    const tell = (outcome: Outcome) => setOutcomes((before) => ({ ...before, [name]: outcome }));
    setWanted((before) => ({ ...before, [name]: value }));
    tell('saving');
    // One after the other: the last choice of a field must be the one that stays.
    lastSent.current = lastSent.current.then(async () => {
      try {
        setView(await app.api.editSettings({ [name]: value }));
        setWanted((before) => (before[name] === value ? without(before, name) : before));
        tell('saved');
        if (name === 'zone') app.askDue();
      } catch (thrown) {
        tell(asRequestFailure(thrown));
      }
    });
  }

  const settings: Settings | null = view && {
    own: (name) => (name in wanted ? wanted[name] : view.own[name]) ?? null,
    inEffect: (name) => wanted[name] ?? view.inEffect[name],
    save,
    outcome: (name) => outcomes[name],
    retry: (name) => save(name, wanted[name] ?? null),
  };
  return { settings, failure, reload: load };
}

function without(wanted: Wanted, name: SettingName): Wanted {
  const left = { ...wanted };
  Reflect.deleteProperty(left, name);
  return left;
}
