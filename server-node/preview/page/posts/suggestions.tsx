import React, { useEffect, useState } from 'react';
import { Client4 } from '../connect/client.ts';
import { usePage } from '../page-context.ts';

export interface Suggestion {
  Complete: string;
  Hint: string;
  Description: string;
}

/** The server's slash commands that begin as the draft does. */
export function useSuggestions(draft: string, channelId: string): Suggestion[] {
  const { store } = usePage();
  const [found, setFound] = useState<Suggestion[]>([]);
  const wanted = /^\/\S*$/.test(draft) ? draft : '';
  useEffect(() => {
    let current = true;
    const { currentTeamId } = store.getState().entities.teams;
    const load = async () => {
      const params = { channel_id: channelId } as never;
      const all =
        wanted === ''
          ? []
          : await Client4.getCommandAutocompleteSuggestionsList(wanted, currentTeamId, params);
      if (current) setFound(all as unknown as Suggestion[]);
    };
    load().catch(() => current && setFound([]));
    return () => {
      current = false;
    };
  }, [wanted, channelId, store]);
  return found;
}

export function Suggestions({ all, onPick }: { all: Suggestion[]; onPick: (one: Suggestion) => void }) {
  if (all.length === 0) return null;
  return (
    <ul className="suggestion-list" role="listbox">
      {all.map((one) => (
        <li key={one.Complete} role="option" aria-selected={false}>
          <button type="button" onClick={() => onPick(one)}>
            <b>/{one.Complete}</b> {one.Hint}
            <span className="suggestion-list__description">{one.Description}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
