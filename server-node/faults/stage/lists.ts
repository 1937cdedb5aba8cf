import type { ListView } from '../../src/contract/todo-view.ts';
import type { Stage } from './open-stage.ts';

/** All pages of what is open. */
export async function openTodos(stage: Stage, list = 'me', token = stage.alice): Promise<ListView['todos']> {
  const todos: ListView['todos'] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { body: ListView } = await stage.call<ListView>(
      token,
      'GET',
      `/lists/${list}?limit=500${more}`,
    );
    todos.push(...page.body.todos);
    cursor = page.body.next;
  }
  return todos;
}
