import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CommandView, ReadingView } from '../../contract/api.ts';
import type { ChangeView } from '../../contract/todo-view.ts';
import { call } from '../../testing/call.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { channelId } from '../../testing/people.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend();
  for (const name of ['ann', 'bob', 'friday']) backend.people.add(name, { channels: ['town'] });
  backend.people.add('bobby');
});
afterAll(() => backend.close());

const post = async <T>(path: string, body: object) =>
  (await call<T>(backend, 'ann', 'POST', path, body)).body;

it.each([
  ['Buy bread @bob', 'Buy bread', true, false],
  ['@bob Buy bread 2099-12-04', 'Buy bread', true, true],
  ['Buy bread @bob 2099-12-04', 'Buy bread', true, true],
  ['Buy bread 2099-12-04 @bob', 'Buy bread', true, true],
  ['2099-12-04 @bob Buy bread', 'Buy bread', true, true],
  ['2099-12-04: @bob Tell @bobby', 'Tell @bobby', true, true],
  ['Buy bread @bob, every friday', 'Buy bread', true, true],
  ['@friday Call friday', 'Call', true, true],
  ['Buy bread @bobby 2099-12-04', 'Buy bread @bobby', false, true],
  ['Lunch with @bob 2099-12-04', 'Lunch with @bob', false, true],
  ['Ask @bob for bread', 'Ask @bob for bread', false, false],
])(
  'a command, the field of the sidebar and what it shows while one types read "%s" alike',
  async (text, rest, isNamed, isDated) => {
    const list = channelId('town');
    const read = await post<ReadingView>('/explain', { text, list });
    expect([read.text, read.assignee !== null, read.due !== null]).toEqual([rest, isNamed, isDated]);
    const commanded = await post<CommandView>(`/lists/${list}/commands`, { line: `add ${text}` });
    const added = await post<ChangeView>(`/lists/${list}/todos`, { text });
    for (const change of [commanded.change, added])
      expect(change?.todos).toMatchObject([
        {
          text: read.text,
          assigneeId: read.assignee?.userId ?? null,
          due: read.due,
          repeat: read.repeat,
        },
      ]);
  },
);
