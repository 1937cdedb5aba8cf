import React from 'react';

/** The sign of assets/icon.svg and of the bot's picture, as a disc: the same shapes in the same blue. */
export function Sign() {
  return (
    <svg viewBox="0 0 64 64" width="24" height="24" aria-hidden="true" className="todo-node-sign">
      <circle cx="32" cy="32" r="32" fill="#1c58d9" />
      <rect x="13" y="13" width="38" height="38" rx="8" fill="none" stroke="#fff" strokeWidth="5" />
      <path
        d="M22 32.5l7.5 7.5L43 25"
        fill="none"
        stroke="#fff"
        strokeWidth="5.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
