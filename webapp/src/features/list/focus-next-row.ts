/**
 * A row that is answered leaves: the focus goes to the next row itself, so that Enter once more answers nothing, else to
 * the tab above the list.
 */
export function focusNextRow(from: Element): void {
  const row = from.closest('li');
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  const tab = from.closest('.todo-node-root')?.querySelector('[role="tab"][aria-selected="true"]');
  ((next ?? tab) as HTMLElement | null | undefined)?.focus();
}
