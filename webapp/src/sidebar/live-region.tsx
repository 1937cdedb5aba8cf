import React from 'react';
import { useModel } from '../app/app-context.tsx';

/** Speaks what has just happened. A no-break space makes the same sentence count as a new one. */
export function LiveRegion() {
  const { text, turn } = useModel((state) => state.announcement);
  return (
    <div className="todo-node-spoken" role="status" aria-live="polite">
      {turn % 2 === 0 ? text : `${text}\u00a0`}
    </div>
  );
}
