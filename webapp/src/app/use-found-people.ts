import { useEffect, useState } from 'react';
import { useApp } from './app-context.tsx';
import type { FoundPerson } from '../host/find-people.ts';

/** A pause in typing. */
const PAUSE_MS = 150;

/**
 * @param typed how their names begin, with or without @
 * @param channelId whose members are meant; `null`: those of the team
 * @returns `null` before the first answer, and `failed` where Mattermost did not give one
 */
export function useFoundPeople(
  typed: string,
  channelId: string | null,
  isWanted = true,
): readonly FoundPerson[] | 'failed' | null {
  const app = useApp();
  const name = typed.trim().replace(/^@/, '');
  const [found, setFound] = useState<readonly FoundPerson[] | 'failed' | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const cut = new AbortController();
    const { signal } = cut;
    const take = (next: readonly FoundPerson[] | 'failed') => {
      if (!signal.aborted) setFound(next);
    };
    const ask = () => app.findPeople(name, channelId, signal).then(take, () => take('failed'));
    const timer = setTimeout(() => void ask(), name === '' ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      cut.abort();
    };
  }, [app, name, channelId, isWanted]);
  return found;
}
