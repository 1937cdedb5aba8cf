import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PRESS_PATH } from '../../contract/paths.ts';
import type { Choice, Choices } from '../../replies/choices.ts';
import type { PressAct } from '../../replies/press-act.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { channelId, postId, userId } from '../../testing/people.ts';
import { press, postWith, shownIn } from '../../testing/press-below.ts';
import { channelList, personList } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';

const ANNS = { actorId: userId('ann'), listId: personList(userId('ann')) };
const TOWN = { actorId: userId('ann'), listId: channelList(channelId('town')) };

describe('a button', () => {
  let backend: Backend;
  let milk: Todo;
  let count = 0;

  beforeAll(async () => {
    backend = await openBackend();
    backend.people.add('ann', { channels: ['town'] });
    backend.people.add('bob', { channels: ['town'], locale: 'ja' });
    backend.people.add('eve');
  });
  afterAll(() => backend.close());
  beforeEach(async () => {
    milk = await added(ANNS);
  });

  async function added(where: typeof ANNS): Promise<Todo> {
    const { todos } = await backend.acts.add(where, [{ text: 'Buy milk' }]);
    const [todo] = todos;
    if (todo === undefined) throw new Error('Nothing was added.');
    return todo;
  }

  const button = (act: PressAct): Choice => ({ label: 'Press', act });
  const done = ({ id: todoId, version }: Todo) => button({ kind: 'done', todoId, version });
  const now = ({ id }: Todo) => backend.acts.find(id);
  /** A new post each time. */
  async function posted(choices: Choices | Choice) {
    const name = `post${(count += 1)}`;
    const [signed] = await postWith(backend, name, 'offered' in choices ? choices : { offered: [choices] });
    return { name, signed };
  }

  it('does what it says, and the post then says what was done, offers to undo it, and keeps what others put there', async () => {
    const { name, signed } = await posted(done(milk));
    const answer = await press(backend, 'ann', name, signed);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        update: {
          message: `Done: **${milk.number}** Buy milk`,
          props: { kept: 'by others' },
          file_ids: ['file'],
        },
      },
    });
    expect(answer.body).not.toHaveProperty('ephemeral_text');
    expect(shownIn(answer)).toMatchObject([{ label: 'Undo' }]);
    expect(await now(milk)).toMatchObject({ state: 'done' });
    const undone = await press(backend, 'ann', name, shownIn(answer)[0]?.signed);
    expect(undone.body.update?.message).toMatch(/^[A-Z][a-z]+ undone: /);
    expect(shownIn(undone)).toMatchObject([{ label: 'Done' }]);
    expect(await now(milk)).toMatchObject({ state: 'open' });
    const again = await press(backend, 'ann', name, shownIn(undone)[0]?.signed);
    expect(again.body.update?.message).toContain('Done');
    expect(await now(milk)).toMatchObject({ state: 'done' });
  });

  it('pressed twice, also at the same time, does it once and says the same', async () => {
    const { name, signed } = await posted(done(milk));
    const answers = await Promise.all([1, 2, 3].map(() => press(backend, 'ann', name, signed)));
    const late = await press(backend, 'ann', name, signed);
    for (const answer of [...answers, late]) {
      expect(answer.body.update?.message).toBe(`Done: **${milk.number}** Buy milk`);
      expect(shownIn(answer)).toMatchObject([{ label: 'Undo' }]);
    }
    expect(await now(milk)).toMatchObject({ state: 'done', version: milk.version + 1 });
  });

  it('adds once what its line adds, however often it is pressed', async () => {
    const { name, signed } = await posted(
      button({ kind: 'line', listId: ANNS.listId, line: 'add Only once' }),
    );
    await press(backend, 'ann', name, signed);
    const { body } = await press(backend, 'ann', name, signed);
    expect(body.update?.message).toContain('Only once');
    const { total } = await backend.acts.findByWords(ANNS.listId, {
      ...{ words: 'Only once', state: 'open', extent: 'whole', limit: 9 },
    });
    expect(total).toBe(1);
  });

  it.each<[string, (todo: Todo) => Promise<unknown>, RegExp, string[]]>([
    [
      'was edited',
      (todo) => backend.acts.edit(ANNS, { ids: [todo.id] }, { text: 'Oat milk' }),
      /Oat milk \(is open\)/,
      ['Done'],
    ],
    ['was ticked', (todo) => backend.acts.complete(ANNS, { ids: [todo.id] }), /\(is done\)/, ['Open again']],
    ['was deleted', (todo) => backend.acts.remove(ANNS, { ids: [todo.id] }), /\(is deleted\)/, []],
  ])(
    'for a to-do that %s since shows how it is now, and changes nothing',
    async (_what, change, shows, offers) => {
      const { name, signed } = await posted(done(milk));
      await change(milk);
      const before = await now(milk);
      const answer = await press(backend, 'ann', name, signed);
      expect(answer.body.update?.message).toMatch(shows);
      expect(answer.body.ephemeral_text).toMatch(/changed in the meantime/);
      expect(shownIn(answer).map(({ label }) => label)).toEqual(offers);
      expect(await now(milk)).toEqual(before);
    },
  );

  it('that was pressed before shows how the to-do is now, when others went on with it', async () => {
    const { name, signed } = await posted(done(milk));
    await press(backend, 'ann', name, signed);
    await backend.acts.reopen(ANNS, { ids: [milk.id] });
    const answer = await press(backend, 'ann', name, signed);
    expect(answer.body.update?.message).toMatch(/\(is open\)/);
    expect(await now(milk)).toMatchObject({ state: 'open' });
  });

  it('acts with the rights of whoever presses, and speaks their language', async () => {
    const inTown = await added(TOWN);
    const { name, signed } = await posted(done(inTown));
    const byEve = await press(backend, 'eve', name, signed);
    expect(byEve.body).toEqual({ ephemeral_text: expect.any(String), skip_slack_parsing: true });
    expect(byEve.body.ephemeral_text).not.toContain('milk');
    expect(await now(inTown)).toMatchObject({ state: 'open' });
    const byBob = await press(backend, 'bob', name, signed);
    expect(byBob.body.update?.message).toMatch(/完了/);
    expect(await now(inTown)).toMatchObject({ state: 'done' });
    const byAnn = await press(backend, 'ann', name, shownIn(byBob)[0]?.signed);
    expect(byAnn.body.ephemeral_text).toMatch(/somebody else/);
    expect(await now(inTown)).toMatchObject({ state: 'done' });
  });

  it.each<[string, () => Promise<{ name: string; signed: object | undefined; more?: object }>, RegExp]>([
    ['for somebody else', () => posted({ offered: [done(milk)], onlyFor: userId('bob') }), /somebody else/],
    ['too old', () => posted({ offered: [done(milk)], until: Date.now() - 1 }), /too old/],
    [
      'copied below another post of the bot',
      async () => ({ ...(await posted(done(milk))), ...{ name: (await posted(done(milk))).name } }),
      /not one that I made/,
    ],
    [
      'below a post of somebody else, or one that the bot may not read any more',
      async () => ({ ...(await posted(done(milk))), name: 'hers' }),
      /cannot see this message, or it is not mine/,
    ],
    [
      'with a sentence that was changed',
      async () => tampered(await posted(done(milk))),
      /not one that I made/,
    ],
    [
      'with a signature for forms',
      async () => ({ name: (await posted(done(milk))).name, signed: await backend.signer.sign('form', {}) }),
      /not one that I made/,
    ],
    [
      'with nothing of ours',
      async () => ({ name: (await posted(done(milk))).name, signed: { todo: 12 } }),
      /not one that I made/,
    ],
    [
      'with a sentence that is no JSON',
      async () => ({ name: (await posted(done(milk))).name, signed: { sentence: '{', signature: '' } }),
      /not one that I made/,
    ],
    ['of a newer version', async () => ofNewer(await posted(done(milk))), /newer|does not know/],
    [
      'a select with an option that is not there',
      async () => ({
        ...(await posted({
          label: 'Which?',
          options: [{ label: 'milk', act: { kind: 'done', todoId: milk.id } }],
        } as never)),
        more: { context: { selected_option: '7' } },
      }),
      /not one that I made/,
    ],
  ])('%s does nothing, and says why to whoever pressed alone', async (_what, make, says) => {
    const { name, signed, more } = await make();
    const answer = await press(backend, 'ann', name, signed as never, more);
    expect(answer).toMatchObject({ status: 200, body: { ephemeral_text: expect.stringMatching(says) } });
    expect(answer.body).not.toHaveProperty('update');
    expect(await now(milk)).toEqual(milk);
  });

  const tampered = ({ name, signed }: Awaited<ReturnType<typeof posted>>) => {
    const sentence = String(signed?.sentence).replace('"done"', '"reopen"');
    return { name, signed: { sentence, signature: String(signed?.signature) } };
  };
  const ofNewer = async ({ name }: { name: string }) => {
    const said = { acts: [{ kind: 'teleport' }], until: Date.now() * 2, below: { post: postId(name) } };
    return { name, signed: await backend.signer.sign('press', said) };
  };

  it('of a select does what its option says', async () => {
    const bread = await added(ANNS);
    const options = [milk, bread].map((todo) => ({
      label: todo.text,
      act: { kind: 'done' as const, todoId: todo.id },
    }));
    const { name, signed } = await posted({ label: 'Which?', options });
    const answer = await press(backend, 'ann', name, signed, { context: { selected_option: '1' } });
    expect(answer.body.update?.message).toContain(`**${bread.number}**`);
    expect(await now(milk)).toMatchObject({ state: 'open' });
    expect(await now(bread)).toMatchObject({ state: 'done' });
  });

  it('whose line is refused says why to whoever pressed alone', async () => {
    const { name, signed } = await posted(button({ kind: 'line', listId: ANNS.listId, line: 'done 9999' }));
    const { body } = await press(backend, 'ann', name, signed);
    expect(body).toEqual({ ephemeral_text: expect.stringContaining('9999'), skip_slack_parsing: true });
  });

  it('of a list that is not open to whoever presses does nothing', async () => {
    const { name, signed } = await posted(button({ kind: 'line', listId: ANNS.listId, line: 'list' }));
    const { body } = await press(backend, 'eve', name, signed);
    expect(body).not.toHaveProperty('update');
    expect(body.ephemeral_text).not.toContain('milk');
  });

  it('mentions nobody', async () => {
    const { todos } = await backend.acts.add(ANNS, [{ text: 'tell @all' }]);
    const [loud] = todos as [Todo];
    const { name, signed } = await posted(done(loud));
    expect((await press(backend, 'ann', name, signed)).body.update?.message).toContain('@\u2060all');
  });

  it.each<[string, string, object, number, string]>([
    ['without a session of Mattermost', 'nobody', {}, 401, 'not_signed_in'],
    ['in the name of somebody else', 'ann', { user_id: userId('bob') }, 403, 'forbidden'],
    ['that names no post', 'ann', { post_id: '../x' }, 400, 'invalid_input'],
  ])('%s is refused', async (_what, who, more, status, code) => {
    const { name, signed } = await posted(done(milk));
    expect(await press(backend, who, name, signed, more)).toMatchObject({ status, body: { code } });
    expect(await now(milk)).toEqual(milk);
  });

  it('leaves nothing in the log of the session that Mattermost passed on, nor of what was pressed', async () => {
    const { name, signed } = await posted(done(milk));
    await press(backend, 'ann', name, signed);
    const log = backend.log.join('\n');
    expect(log).toContain('"route":"/plugins/todo-node/press"');
    expect(log).not.toMatch(/Bearer|Buy milk/);
    expect(log).not.toContain(signed?.signature);
  });

  it('is taken without a type of the body, as Mattermost hands it to the process of a plugin', async () => {
    const { name, signed } = await posted(done(milk));
    const body = { user_id: userId('ann'), post_id: postId(name), context: signed };
    const answer = await fetch(`${backend.url}${PRESS_PATH}`, {
      ...{ method: 'POST', headers: { Authorization: 'Bearer ann' } },
      body: new TextEncoder().encode(JSON.stringify(body)),
    });
    expect(await answer.json()).toMatchObject({ update: { message: expect.stringContaining('Done') } });
  });

  it('is counted', async () => {
    const { text } = await backend.metrics.text();
    expect(text).toMatch(/todo_node_presses_total\{act="done",outcome="ok"\} \d/);
    expect(text).toMatch(/todo_node_presses_total\{act="unknown",outcome="refused"\} \d/);
  });
});

describe('somebody who presses too often', () => {
  it('is told so, where Mattermost would else only say that something failed', async () => {
    const backend = await openBackend({ settings: { requestsPerMinute: 1 } });
    backend.people.add('ann');
    await press(backend, 'ann', 'post', undefined);
    const answer = await press(backend, 'ann', 'post', undefined);
    expect(answer).toMatchObject({ status: 200, body: { ephemeral_text: expect.stringMatching(/minute/) } });
    await backend.close();
  });
});
