/**
 * Moves the focus as Mattermost's own controller does it, which takes its ring away from where it was: after
 * a key had opened the sidebar, the Expand button would keep a second one. Without a controller it is moved too.
 */
export function moveFocus(target: HTMLElement): void {
  document.dispatchEvent(new CustomEvent('a11yfocus', { detail: { target, keyboardOnly: true } }));
  if (document.activeElement !== target) target.focus();
}
