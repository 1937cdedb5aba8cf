/**
 * Gives the focus back to a message after a dialog about it: to what had it before, where the browser could do that, else
 * to the message itself, in the channel or in the thread beside it.
 */
export function focusMessage(postId: string): void {
  const focused = document.activeElement;
  if (focused !== null && focused !== document.body && focused.closest('dialog') === null) return;
  const message = document.getElementById(`post_${postId}`) ?? document.getElementById(`rhsPost_${postId}`);
  if (message?.hasAttribute('tabindex') === false) message.tabIndex = -1;
  message?.focus();
}
