import React, { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface MenuItem {
  icon: IconName;
  words: string;
  /** At the right: how many there are, or the key that does the same. */
  hint?: string | undefined;
  /** One of several of which one is shown. */
  isChosen?: boolean;
  onChoose: () => void;
}

interface Props {
  label: string;
  /** With a line between them. */
  groups: readonly (readonly MenuItem[])[];
  onToggle?: (isOpen: boolean) => void;
}

/** A button with a menu below it. It closes by itself when the focus leaves it. */
export function MenuButton({ label, groups, onToggle }: Props) {
  const [isOpen, setShown] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const menuId = useId();
  useEffect(() => {
    if (isOpen) itemsIn(menu.current)[0]?.focus();
  }, [isOpen]);

  function setOpen(next: boolean): void {
    setShown(next);
    onToggle?.(next);
  }

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    event.stopPropagation();
    const items = itemsIn(menu.current);
    const next = NEXT[event.key]?.(items.indexOf(document.activeElement as HTMLElement), items.length);
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') setOpen(false);
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  }

  function onBlur({ relatedTarget, currentTarget }: FocusEvent<HTMLDivElement>): void {
    if (isOpen && !currentTarget.contains(relatedTarget)) setOpen(false);
  }

  return (
    <div className="todo-node-menu-place" onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className="todo-node-icon-button"
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={menuId}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="dots-vertical" />
      </button>
      {isOpen && (
        <div
          ref={menu}
          id={menuId}
          className="todo-node-menu"
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {groups.map((items, at) => (
            <React.Fragment key={items[0]?.words}>
              {at > 0 && <div className="todo-node-menu-line" role="separator" />}
              {items.map((item) => (
                <Item
                  key={item.words}
                  item={item}
                  onPress={() => {
                    close();
                    item.onChoose();
                  }}
                />
              ))}
            </React.Fragment>
          ))}
        </div>
      )}
    </div>
  );
}

function Item({ item, onPress }: { item: MenuItem; onPress: () => void }) {
  const { icon, words, hint, isChosen } = item;
  return (
    <button
      type="button"
      className="todo-node-menu-item"
      role={isChosen === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={isChosen}
      tabIndex={-1}
      onClick={onPress}
    >
      <Icon name={icon} />
      <span className="todo-node-menu-words">{words}</span>
      {hint !== undefined && <span className="todo-node-menu-hint">{hint}</span>}
    </button>
  );
}

const itemsIn = (menu: HTMLElement | null) => [
  ...(menu?.querySelectorAll<HTMLElement>('.todo-node-menu-item') ?? []),
];

const NEXT: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at, count) => at + count - 1,
  Home: () => 0,
  End: (_at, count) => count - 1,
};
