import React, { useEffect, useRef } from 'react';
import { useSay, type TextId } from '../../host/sidebar-texts.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCaps } from '../../ui/key-caps.tsx';

type Line = readonly [TextId, readonly string[]];

/** As it is printed on the keyboard. */
const COMMAND = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';

const GROUPS: readonly (readonly [TextId, readonly Line[]])[] = [
  [
    'keys.move',
    [
      ['keys.next', ['↓', '↑']],
      ['keys.first', ['Home', 'End']],
      ['keys.group', ['Page Down', 'Page Up']],
      ['keys.open', ['Enter']],
      ['keys.select', ['Shift', '↓']],
      ['search', ['/']],
      ['tab.mine', ['G', 'M']],
      ['tab.channel', ['G', 'C']],
      ['tab.requests', ['G', 'R']],
    ],
  ],
  [
    'keys.change',
    [
      ['keys.done', ['Space']],
      ['keys.new', ['N']],
      ['keys.edit', ['E']],
      ['keys.date', ['D']],
      ['assign.button', ['A']],
      ['delete', ['Del']],
      ['undo', [COMMAND, 'Z']],
    ],
  ],
  [
    'keys.here',
    [
      ['keys.close', ['Esc']],
      ['keys.sheet', ['?']],
    ],
  ],
];

export function KeySheet({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={box} className="todo-node-sheet" role="dialog" aria-label={say('keyboardShortcuts')}>
      <div className="todo-node-sheet-head">
        <h2>{say('keyboardShortcuts')}</h2>
        <IconButton icon="close" label={say('close')} onClick={onClose} />
      </div>
      <div className="todo-node-sheet-body" tabIndex={0}>
        {GROUPS.map(([title, lines]) => (
          <section key={title}>
            <h3 className="todo-node-sheet-label">{say(title)}</h3>
            <ul>
              {lines.map(([text, keys]) => (
                <li key={text}>
                  {say(text)}
                  <KeyCaps keys={keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p>{say('keys.onlyHere')}</p>
      </div>
    </div>
  );
}
