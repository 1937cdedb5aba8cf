import { describe, expect, it } from '@jest/globals';
import { isSelect, LONGEST_LABEL, type Choices } from '../../replies/choices.ts';
import { userId } from '../../testing/people.ts';
import { personList } from '../../todos/list.ts';
import type { TodoId } from '../../todos/todo.ts';
import { textsIn } from '../texts/texts-in.ts';
import { choicesAmong } from './choices-among.ts';
import { choicesOfList } from './choices-of-list.ts';
import { NO_NAMES } from '../../callers/names-of.ts';
import { choicesOfRequests, choicesOfSent } from './choices-of-requests.ts';
import { choicesOfView } from './choices-of-view.ts';
import { labelOf } from './label-of.ts';

describe('a label', () => {
  it.each([
    ['**Call** `bob`', '3 Call bob'],
    ['Read [the plan](https://plan.example/with/a/long/path/that/nobody/reads)', '3 Read the plan'],
    ['Multiply 2*3*4', '3 Multiply 2*3*4'],
    ['two\nlines', '3 two lines'],
  ])('of %j shows it without Markdown', (text, label) => {
    expect(labelOf({ number: 3, text })).toBe(label);
  });

  it('is cut, as phones cut it', () => {
    const label = labelOf({ number: 3, text: 'long '.repeat(1_000) });
    expect([Array.from(label).length, label.at(-1)]).toEqual([LONGEST_LABEL, '…']);
  });
});

it('says who has what was sent, where several have the same words', () => {
  const ann = userId('ann');
  const sentTo = (id: string, text: string) => ({
    ...{ id: id as TodoId, version: 1, number: 1, text, request: null, state: 'waiting' as const },
    ...{ assigneeId: userId(id), creatorId: ann },
  });
  const sent = [sentTo('bob', 'Bring cake'), sentTo('carol', 'Bring cake'), sentTo('dan', 'Buy milk')];
  const names = new Map(['bob', 'carol', 'dan'].map((name) => [userId(name), `@${name}`]));
  expect(choicesOfSent(textsIn('en'), ann, sent, names).offered).toMatchObject([
    { options: [{ label: '@bob · Bring cake' }, { label: '@carol · Bring cake' }, { label: 'Buy milk' }] },
  ]);
});

describe('nothing that can be chosen shows Markdown', () => {
  const texts = textsIn('en');
  const ann = userId('ann');
  const listId = personList(ann);
  const ids = ['first', 'second'] as TodoId[];
  const todos = ids.map((id, at) => ({
    ...{
      id,
      version: 1,
      number: at + 1,
      text: 'Ask `bob` **now**',
      request: null,
      state: 'waiting' as const,
      ...{ assigneeId: userId(id), creatorId: ann },
    },
  }));

  it.each<[string, Choices]>([
    ['a list', choicesOfList(texts, { listId, open: todos })],
    ['requests', choicesOfRequests(texts, ann, todos)],
    ['what was sent', choicesOfSent(texts, ann, todos, NO_NAMES)],
    [
      'what is due',
      choicesOfView(
        texts,
        { view: 'today', listId, personId: ann },
        todos.map(({ id: todoId, text }) => ({ todoId, label: text })),
      ),
    ],
    [
      'what could be meant',
      choicesAmong(
        texts,
        todos.map(({ text }) => ({ text, line: 'done 1' })),
        { actorId: ann, listId, isDangerous: false },
      ),
    ],
  ])('below %s', (_where, { offered }) => {
    const labels = offered
      .flatMap((choice) => (isSelect(choice) ? choice.options : [choice]))
      .map(({ label }) => label);
    expect(labels.filter((label) => label.includes('Ask bob now'))).toHaveLength(2);
    expect(labels.join(' ')).not.toMatch(/[`*]/);
  });
});
