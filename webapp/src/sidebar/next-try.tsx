import React from 'react';
import { useSay } from '../host/sidebar-texts.ts';
import { useSecondsUntil } from '../ui/use-seconds-until.ts';

/** Counts down for the eye; a screen reader hears once that it goes on by itself. */
export function NextTry({ at }: { at: number | null }) {
  const say = useSay();
  const seconds = useSecondsUntil(at);
  return (
    <>
      <span aria-hidden="true">
        {seconds > 0 ? say('fault.busyText', { seconds }) : say('fault.busyNow')}
      </span>
      <span className="todo-node-spoken">{say('fault.busySpoken')}</span>
    </>
  );
}
