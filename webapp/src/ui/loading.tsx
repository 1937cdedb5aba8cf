import React, { useEffect, useState } from 'react';

const PATIENCE_MS = 200;

/** Nothing for the first moment: what comes at once should not flicker. */
export function Loading({ label }: { label: string }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <div className="todo-node-loading" role="status">
      <span className="todo-node-spinner" aria-hidden="true" />
      {label}
    </div>
  );
}
