import React, { useEffect, useMemo, useState } from 'react';
import { useApp, useModel } from '../../app/app-context.tsx';
import { useNow } from '../../app/use-now.ts';
import { useZone } from '../../app/use-zone.ts';
import { useDueManner } from '../../host/use-due-manner.ts';
import { useSay, type TextId } from '../../host/sidebar-texts.ts';
import { makeSelectRows, type Row } from '../../model/select-rows.ts';
import { viewKey } from '../../model/views.ts';
import { ListClockContext } from './list-clock.ts';
import { ListDrawing } from './list-drawing.tsx';
import { RequestRow } from './request-row.tsx';
import { RowGroup } from './row-group.tsx';
import { SentRow } from './sent-row.tsx';

const MINUTE_MS = 60_000;
type View = 'requests' | 'sent';

const EMPTY: Record<View, TextId> = { requests: 'empty.requests', sent: 'empty.sent' };

/** What waits for the person's answer, and what the person asked of others; or the latter alone. */
export function RequestGroups({ view }: { view: View }) {
  const app = useApp();
  const say = useSay();
  const received = useRows('requests');
  const sent = useRows('sent');
  const [folded, setFolded] = useState<ReadonlySet<View>>(new Set());
  const zone = useZone();
  const now = useNow((at) => at + MINUTE_MS);
  const manner = useDueManner(now, zone);
  const clock = useMemo(() => ({ manner, isGrouped: false, isView: true }), [manner]);
  useEffect(
    () =>
      void app.loadProfiles(
        [...received, ...sent].flatMap(({ todo }) => [todo.creatorId, todo.assigneeId ?? '']),
      ),
    [app, received, sent],
  );
  const toggle = (name: View) =>
    setFolded(
      (before) => new Set(before.has(name) ? [...before].filter((one) => one !== name) : [...before, name]),
    );
  const isEmpty = view === 'requests' ? received.length === 0 : sent.length === 0;
  return (
    <ListClockContext.Provider value={clock}>
      {isEmpty && (
        <div className="todo-node-empty">
          <ListDrawing />
          <h3 className="todo-node-empty-title">{say(EMPTY[view])}</h3>
        </div>
      )}
      {view === 'requests' && received.length > 0 && (
        <RowGroup
          name="requests"
          count={received.length}
          isUnfolded={!folded.has('requests')}
          onToggle={() => toggle('requests')}
        >
          <ul className="todo-node-rows">
            {received.map((row) => (
              <RequestRow key={row.key} row={row} />
            ))}
          </ul>
        </RowGroup>
      )}
      {sent.length > 0 && (
        <RowGroup
          name="sent"
          count={sent.length}
          isUnfolded={!folded.has('sent')}
          onToggle={() => toggle('sent')}
        >
          <ul className="todo-node-rows">
            {sent.map((row) => (
              <SentRow key={row.key} row={row} />
            ))}
          </ul>
        </RowGroup>
      )}
    </ListClockContext.Provider>
  );
}

function useRows(view: View): readonly Row[] {
  const selectRows = useMemo(() => makeSelectRows(), []);
  return useModel((state) => selectRows(state, viewKey(view)).open);
}
