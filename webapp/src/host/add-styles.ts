/** Puts a stylesheet of ours on the page; the returned function takes it away again. */
export function addStyles(styles: string): () => void {
  const element = document.createElement('style');
  element.dataset['plugin'] = 'todo-node';
  element.textContent = styles;
  document.head.append(element);
  return () => element.remove();
}
