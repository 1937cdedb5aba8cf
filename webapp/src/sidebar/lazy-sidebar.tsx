import React, { useEffect, useState, type ComponentType } from 'react';
import { useSay } from '../host/texts.ts';
import { Loading } from '../ui/loading.tsx';
import { TextButton } from '../ui/text-button.tsx';

const loadSidebar = () => import(/* webpackChunkName: "sidebar" */ './safe-sidebar.tsx');

/** Whoever opens the sidebar a second time sees it at once. */
let loaded: ComponentType | null = null;

/** The sidebar itself comes when it is opened for the first time: most pages never open it. */
export function LazySidebar({ load = loadSidebar }: { load?: typeof loadSidebar }) {
  const say = useSay();
  const [tries, setTries] = useState(0);
  const [Sidebar, setSidebar] = useState<ComponentType | null>(() => loaded);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    if (loaded !== null) return;
    let isLeft = false;
    load().then(
      ({ SafeSidebar }) => {
        loaded = SafeSidebar;
        if (!isLeft) setSidebar(() => SafeSidebar);
      },
      () => {
        if (!isLeft) setMissing(true);
      },
    );
    return () => {
      isLeft = true;
    };
  }, [load, tries]);
  if (Sidebar !== null) return <Sidebar />;
  if (!isMissing) return <Loading label={say('loading')} />;
  return (
    <div className="todo-node-root todo-node-empty" role="alert">
      <h3 className="todo-node-empty-title">{say('broken.title')}</h3>
      <p className="todo-node-empty-text">{say('broken.notLoaded')}</p>
      <TextButton
        kind="tertiary"
        onClick={() => {
          setMissing(false);
          setTries(tries + 1);
        }}
      >
        {say('tryNow')}
      </TextButton>
    </div>
  );
}
