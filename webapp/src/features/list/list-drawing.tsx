import React from 'react';

/** A sheet with three check boxes and a message, in the colours of the theme. */
export function ListDrawing() {
  return (
    <svg className="todo-node-drawing" width="104" height="98" viewBox="0 0 104 98" aria-hidden="true">
      <circle cx="50" cy="48" r="48" className="todo-node-drawing-ground" />
      <rect x="8.5" y="7.5" width="72" height="76" rx="4" className="todo-node-drawing-sheet" />
      <rect x="18" y="20" width="11" height="11" rx="2.5" className="todo-node-drawing-blue" />
      <path d="m20.8 25.6 2 2 3.6-4" className="todo-node-drawing-tick" />
      <rect x="18.5" y="38.5" width="10" height="10" rx="2.5" className="todo-node-drawing-box" />
      <rect x="18.5" y="56.5" width="10" height="10" rx="2.5" className="todo-node-drawing-box" />
      <path
        d="M35 23.5h34M35 29h22M35 41.500h38M35 47h28M35 59.500h30M35 65h16"
        className="todo-node-drawing-line"
      />
      <path
        d="M66 58h34a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2h-5v8l-9-8H66a2 2 0 0 1-2-2V60a2 2 0 0 1 2-2Z"
        className="todo-node-drawing-blue"
      />
      <path d="M70 67h26M70 73h17" className="todo-node-drawing-words" />
    </svg>
  );
}
