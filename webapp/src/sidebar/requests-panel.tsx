import React, { useEffect } from 'react';
import { useApp, useModel } from '../app/app-context.tsx';
import { RequestGroups } from '../features/list/request-groups.tsx';
import { useSay } from '../host/sidebar-texts.ts';
import { personListKey } from '../model/list-names.ts';
import { Loading } from '../ui/loading.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { Trouble } from './trouble.tsx';

/** What others ask of the person, and what the person asks of others. There is no field: asking begins at a to-do. */
export function RequestsPanel({ view }: { view: 'requests' | 'sent' }) {
  const app = useApp();
  const say = useSay();
  const fault = useModel((state) => state.fault);
  const isLoaded = useModel((state) => state.answers[view] !== undefined);
  useEffect(() => app.watchSent(), [app]);
  useEffect(() => app.watch(personListKey(app.userId)), [app]);
  return (
    <>
      {fault !== null && isLoaded && <FaultNotice fault={fault} />}
      <div className="todo-node-scroller">
        {isLoaded && <RequestGroups view={view} />}
        {!isLoaded && fault !== null && <Trouble fault={fault} />}
        {!isLoaded && fault === null && <Loading label={say('loading')} />}
      </div>
    </>
  );
}
