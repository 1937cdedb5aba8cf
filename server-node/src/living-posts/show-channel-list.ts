import type { AccountOf } from '../callers/account.ts';
import { namesOf } from '../callers/names-of.ts';
import { labelOf } from '../program/answers/label-of.ts';
import { MOST_ROWS } from '../program/answers/rows.ts';
import type { Languages } from '../program/texts/languages.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import type { Texts } from '../program/texts/texts.ts';
import { MOST_OPTIONS, type Choice, type Choices } from '../replies/choices.ts';
import { HOUR_MS, type Clock } from '../shared/time.ts';
import type { ListId } from '../todos/list.ts';
import type { TodoReader } from '../todos/ports.ts';
import type { Todo } from '../todos/todo.ts';
import { changesByItself, channelListText, soonestFirst } from './channel-list-text.ts';
import type { Show } from './shown.ts';

export interface ShowListDeps {
  reader: Pick<TodoReader, 'page' | 'list'>;
  languages: Pick<Languages, 'ofAll'>;
  accountOf: AccountOf;
  now: Clock;
}

/** As many as a page of the store holds; what is due soonest is sought among them. */
const MOST_READ = 500;
/** What is kept true is never out of date. */
const FOR_EVER = 8_640_000_000_000_000;

/** The open to-dos of a channel for all who read it, in the language of the site. */
export function makeShowChannelList({ reader, languages, accountOf, now }: ShowListDeps): Show {
  return async ({ about }) => {
    const listId = about as ListId;
    const [locale, { todos }, { openCount }] = await Promise.all([
      languages.ofAll(),
      reader.page(listId, { state: 'open', limit: MOST_READ }),
      reader.list(listId),
    ]);
    const at = now();
    const texts = textsIn(locale);
    const shown = soonestFirst(todos).slice(0, MOST_ROWS);
    const total = Math.max(openCount, todos.length);
    const names = await namesOf(
      accountOf,
      shown.flatMap(({ assigneeId }) => assigneeId ?? []),
    );
    return {
      text: channelListText(texts, shown, { total, at, names }),
      choices: choicesOf(texts, listId, shown),
      // Once an hour in any case, as a process of 0.3 changes lists without having posts looked at.
      until: Math.min(changesByItself(todos, at), at + HOUR_MS),
    };
  };
}

/** Whoever presses acts with rights of their own. */
function choicesOf({ press: { labels } }: Texts, listId: ListId, todos: readonly Todo[]): Choices {
  const options = todos.slice(0, MOST_OPTIONS).map((todo) => ({
    label: labelOf(todo),
    act: { kind: 'tick_posted', todoId: todo.id, version: todo.version } as const,
  }));
  const tick: Choice[] = options.length === 0 ? [] : [{ label: labels.tick, options }];
  const add: Choice = { label: labels.addTodo, act: { kind: 'add_form', listId, isPosted: true } };
  return { offered: [...tick, add], until: FOR_EVER };
}
