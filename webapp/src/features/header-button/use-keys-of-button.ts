import { useEffect, type RefObject } from 'react';

const KEYS: ReadonlySet<string> = new Set(['Enter', ' ']);

/**
 * The app bar calls what it puts around an icon a button, and Tab reaches it, but no key presses it. So that
 * one element is listened to, from inside: a real button, as in the channel's header, presses itself.
 */
export function useKeysOfButton(inside: RefObject<HTMLElement>): void {
  useEffect(() => {
    const own = inside.current;
    const button = own?.parentElement;
    if (own === null || button?.getAttribute('role') !== 'button' || button.tagName === 'BUTTON') return;
    const press = (event: KeyboardEvent) => {
      if (event.target !== button || event.repeat || !KEYS.has(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      own.click();
    };
    button.addEventListener('keydown', press);
    return () => button.removeEventListener('keydown', press);
  }, [inside]);
}
