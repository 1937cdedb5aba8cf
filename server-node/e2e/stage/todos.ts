import type { ChangeView, ListView, TodoView } from '../../src/contract/todo-view.ts';
import { API_PATH } from '../../src/contract/paths.ts';
import type { Person } from './people.ts';

/** `me` or the id of a channel. */
type ListRef = string;

/** To-dos as another client of the same person would make them. */
export async function addTodo(person: Person, list: ListRef, text: string): Promise<TodoView> {
  const change = await person.call<ChangeView>('POST', `${API_PATH}/lists/${list}/todos`, { text });
  const [todo] = change.todos;
  if (todo === undefined) throw new Error(`No to-do came of ${text}.`);
  return todo;
}

/** One after the other, so that they stand in this order. */
export async function addTodos(person: Person, list: ListRef, texts: readonly string[]): Promise<TodoView[]> {
  const todos: TodoView[] = [];
  for (const text of texts) todos.push(await addTodo(person, list, text));
  return todos;
}

export const changeTodo = (person: Person, id: string, change: { text?: string; state?: 'open' | 'done' }) =>
  person.call<ChangeView>('PATCH', `${API_PATH}/todos/${id}`, change);

export const listOf = (person: Person, list: ListRef, state: 'open' | 'done' = 'open') =>
  person.call<ListView>('GET', `${API_PATH}/lists/${list}?state=${state}&limit=500`);

/** What the backend has, in order. */
export async function textsOf(
  person: Person,
  list: ListRef,
  state: 'open' | 'done' = 'open',
): Promise<string[]> {
  return (await listOf(person, list, state)).todos.map(({ text }) => text);
}
