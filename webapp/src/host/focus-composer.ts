/** Mattermost's own field in the middle; there is none on a page without a channel. */
export function focusComposer(): void {
  document.getElementById('post_textbox')?.focus();
}
