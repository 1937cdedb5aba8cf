/** A row that is answered leaves: the focus goes to the next one's first button, else to the tab above the list. */
export function focusNextRow(from: Element): void {
  const row = from.closest('li');
  const root = from.closest('.todo-node-root');
  const next = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector('button');
  (next ?? root?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus();
}
