import React, { useEffect, useState, type ComponentType } from 'react';
import { useSay } from '../host/texts.ts';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextButton } from '../ui/text-button.tsx';

const loadParts = () => import(/* webpackChunkName: "sidebar" */ './safe-parts.tsx');

type Parts = Omit<Awaited<ReturnType<typeof loadParts>>, 'MessageDialog'>;

interface Props<Name extends keyof Parts> {
  name: Name;
  load?: () => Promise<Record<Name, ComponentType>>;
}

/** Whoever opens one of them a second time sees it at once. */
const loaded = new Map<keyof Parts, ComponentType>();

/**
 * The sidebar and the settings come when one of them is opened for the first time: most pages never open them. Until
 * then there are only the styles of every page.
 */
export function LazyPart<Name extends keyof Parts>({ name, load = loadParts }: Props<Name>) {
  const say = useSay();
  const [tries, setTries] = useState(0);
  const [Part, setPart] = useState<ComponentType | null>(() => loaded.get(name) ?? null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    if (loaded.has(name)) return;
    let isLeft = false;
    load().then(
      ({ [name]: part }) => {
        loaded.set(name, part);
        if (!isLeft) setPart(() => part);
      },
      () => {
        if (!isLeft) setMissing(true);
      },
    );
    return () => {
      isLeft = true;
    };
  }, [load, name, tries]);
  const again = () => {
    setMissing(false);
    setTries(tries + 1);
  };
  if (Part !== null) return <Part />;
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
