import type { PersonSettings, SettingsView } from '@todo-node/server/contract/api';
import { hasShape, isFlag, isListOf, isNumber, isRecord, isText } from './guards.ts';
import { RequestFailure } from './request-failure.ts';

/** Settings as far as this version knows them: the backend may have more, or say one of them in another way. */
export interface ReadSettings {
  own: Partial<PersonSettings>;
  inEffect: Partial<PersonSettings>;
  version: number;
}

const isOff = (value: unknown) => value === 'off';

const FITS: { readonly [Name in keyof PersonSettings]: (value: unknown) => boolean } = {
  zone: isText,
  weekStart: isText,
  clock: isNumber,
  remindBefore: (value) => isNumber(value) || isOff(value),
  remindAt: isText,
  quiet: (value) =>
    isOff(value) || hasShape<{ from: string; to: string }>(value, { from: isText, to: isText }),
  digest: (value) =>
    hasShape<PersonSettings['digest']>(value, { on: isFlag, at: isText, days: isListOf(isText) }),
  requests: (value) => value === 'all' || isOff(value),
  blocked: isListOf(isText),
  reaction: isText,
  tellThread: (value) => value === 'on' || isOff(value),
};

function known(value: unknown): Partial<PersonSettings> {
  const said = isRecord(value) ? value : {};
  return Object.fromEntries(
    Object.entries(FITS).flatMap(([name, fits]) => (fits(said[name]) ? [[name, said[name]]] : [])),
  );
}

export function parseSettings(value: unknown): ReadSettings {
  if (!isRecord(value) || !isNumber(value['version']))
    throw new RequestFailure('refused', 'Expected the settings; got something else.', { code: 'unreadable' });
  const { own, inEffect, version } = value as unknown as SettingsView;
  return { own: known(own), inEffect: known(inEffect), version };
}
