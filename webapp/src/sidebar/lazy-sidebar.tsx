import React, { useEffect, useState, type ComponentType } from 'react';
import { useSay } from '../host/texts.ts';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextButton } from '../ui/text-button.tsx';

const loadSidebar = () => import(/* webpackChunkName: "sidebar" */ './safe-sidebar.tsx');

/** Whoever opens the sidebar a second time sees it at once. */
let loaded: ComponentType | null = null;

/**
 * The sidebar itself comes when it is opened for the first time: most pages never open it. Until then there are only
 * the styles of every page.
 */
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
  const again = () => {
    setMissing(false);
    setTries(tries + 1);
  };
  if (Sidebar !== null) return <Sidebar />;
  if (!isMissing) return <Loading label={say('loading')} />;
  return (
    <div className="todo-node-root">
      <Notice
        kind="danger"
        icon="alert-outline"
        title={say('broken.title')}
        text={say('broken.notLoaded')}
        action={<TextButton onClick={again}>{say('tryNow')}</TextButton>}
      />
    </div>
  );
}
