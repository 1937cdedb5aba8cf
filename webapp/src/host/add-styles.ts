import { styles } from '../styles.css';

/** Puts our stylesheet on the page; the returned function takes it away again. */
export function addStyles(): () => void {
  const element = document.createElement('style');
  element.dataset['plugin'] = 'todo-node';
  element.textContent = styles;
  document.head.append(element);
  return () => element.remove();
}
