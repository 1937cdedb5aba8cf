import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeColleagues, NO_COLLEAGUES } from '../../callers/colleagues.ts';
import { makePeople, userId, type People } from '../../testing/people.ts';
import { VERBS } from '../../contract/vocabulary.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Acts } from '../../todos/acts.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import { MAX_OPEN_PER_LIST, type ChangeId } from '../../todos/todo.ts';
import type { UserId } from '../../shared/ids.ts';
import { personList } from '../../todos/list.ts';
import { oneZone } from '../../todos/when.ts';
import { orHere } from '../answers/or-here.ts';
import { resolveSent } from '../built-in/resolve-sent.ts';
import type { RunDeps } from '../built-in/run-deps.ts';
import { ownListOnly, runForPeople } from '../built-in/run-for-people.ts';
import { makeCheckAssignee } from '../../callers/check-assignee.ts';
import { resolveWhich } from '../built-in/resolve-which.ts';
import { DIALECTS } from '../external/dialects/dialects.ts';
import { programText } from '../external/program-text.ts';
import { openExternal } from '../external/testing/open-external.ts';
import { remindingDraft } from '../said/said-draft.ts';
import { refuseWrongDate } from '../said/read-text.ts';
import type { RefusedCommand } from '../refused.ts';
import { openTestStore, type TestStore } from '../../store/testing/open-test-store.ts';
import { ANN, ANNS_LIST, BOB, NOW, clockOf, TEAM_LIST } from '../testing/people.ts';
import { builtInOver } from '../testing/built-in-over.ts';
import { errorInWords } from './in-words.ts';
import { LOCALES } from './locale.ts';
import { textsIn } from './texts-in.ts';

let acts: Acts;
let store: TestStore;
beforeEach(async () => {
  store = await openTestStore(() => NOW);
  acts = makeActs({ store, now: () => NOW, newId: makeNewId(() => NOW) });
});
afterEach(() => store.remove());

const anns = { actorId: ANN, listId: ANNS_LIST };
const bobsOwn = { actorId: BOB, listId: personList(BOB) };
const CID = 'cid00000000000000000000000' as UserId;
const TWENTY = Array.from({ length: 20 }, () => ({ text: 'a' }));
const first = { numbers: [1] };
/** What Ann asked of Bob. */
const sent = async () => (await acts.send(anns, [{ text: 'a' }], [BOB])).todos.map(({ id }) => id);
const add = (...texts: string[]) =>
  acts.add(
    anns,
    texts.map((text) => ({ text })),
  );
const changeOf = async (done: ReturnType<Acts['add']>) => (await done).id;

const UTC = oneZone('UTC');
const DONE_MILK = { verb: 'done', which: { word: 'milk' }, line: 'done milk' } as const;

/** How each refusal comes about, but that of webhooks and those of a program's own, which their tests have. */
const HOW: Record<Exclude<RefusedCommand['kind'], 'no_guests' | 'numbers_moved'>, () => Promise<unknown>> = {
  text_empty: () => add(''),
  text_too_long: () => add('x'.repeat(4_001)),
  nothing_to_edit: () => acts.edit(anns, first, {}),
  none_named: () => acts.complete(anns, { numbers: [] }),
  none_open: () => acts.complete(anns, { every: 'open' }),
  not_in_list: () => acts.complete(anns, { numbers: [7, 9] }),
  deleted: async () => {
    await add('a');
    await acts.remove(anns, first);
    return acts.complete(anns, first);
  },
  other_version: async () => {
    await add('a');
    return acts.complete(anns, first, 7);
  },
  list_full: () => add(...Array.from({ length: MAX_OPEN_PER_LIST + 1 }, () => 'a')),
  wrong_rule: async () => {
    await add('a');
    return acts.edit(anns, first, { when: { repeat: 'FREQ=HOURLY', zones: UTC } });
  },
  is_over: async () => {
    await add('a');
    return acts.snooze(anns, first, { due: '2001-12-04T17:00', zones: UTC });
  },
  not_repeating: async () => {
    await add('a');
    return acts.skip(anns, first);
  },
  rule_ends: async () => {
    await add('a');
    await acts.edit(anns, first, { when: { due: '2001-12-04', repeat: 'FREQ=DAILY;COUNT=2', zones: UTC } });
    return acts.skip(anns, first);
  },
  needs_due: async () => {
    await add('a');
    return acts.remind(anns, first, { minutesBefore: 10 });
  },
  too_long_before: async () => {
    await add('a');
    return acts.remind(anns, first, { minutesBefore: 1_000_000 });
  },
  too_many_reminders: async () => {
    await add('a');
    await acts.edit(anns, first, { when: { due: '2099-12-04', zones: UTC } });
    for (let minutes = 1; minutes < 11; minutes += 1) {
      await acts.remind(anns, first, { minutesBefore: minutes });
    }
    return acts.remind(anns, first, { minutesBefore: 11 });
  },
  changed_nothing: () => acts.undo(anns),
  no_such_change: () => acts.undo(anns, 'none' as ChangeId),
  not_your_change: async () => {
    const teams = { actorId: ANN, listId: TEAM_LIST };
    return acts.undo({ ...teams, actorId: BOB }, await changeOf(acts.add(teams, [{ text: 'a' }])));
  },
  undone_already: async () => {
    const id = await changeOf(add('a'));
    await acts.undo(anns, id);
    return acts.undo(anns, id);
  },
  is_an_undo: async () => {
    await add('a');
    return acts.undo(anns, await changeOf(acts.undo(anns)));
  },
  changed_since: async () => {
    const id = await changeOf(add('a'));
    await acts.edit(anns, first, { text: 'b' });
    return acts.undo(anns, id);
  },
  no_such_person: () => asking('nobody'),
  deactivated_person: () => asking('gone', { isDeactivated: true }),
  bot_person: () => asking('bot', { isBot: true }),
  far_guest: () => asking('gina', { isGuest: true }),
  no_shared_team: () => asking('far', { teams: ['far'] }),
  takes_no_requests: () => asking('bob', {}, { requests: 'off' }),
  cannot_read: () => holding('open'),
  unseen_channel: () => holding('unknown'),
  own_list_only: async () => {
    throw ownListOnly('requests');
  },
  changed_only_here: async () => {
    await acts.add({ actorId: ANN, listId: TEAM_LIST }, [{ text: 'a' }]);
    const request = { input: { line: 'undo' }, ...anns, hereListId: TEAM_LIST };
    throw await orHere(acts, request, await acts.undo(anns).catch((error: unknown) => error));
  },
  nothing_waits: async () => {
    const deps = { acts, clockOf, colleagues: NO_COLLEAGUES, now: () => NOW } as unknown as RunDeps;
    return runForPeople(deps, anns, { verb: 'accept', which: { all: true }, line: 'accept all' }, undefined);
  },
  none_sent: () => resolveSent({ acts, colleagues: BOBS }, ANN, BUMP_MILK, NOW),
  several_sent: async () => {
    await acts.send(anns, [{ text: 'Buy milk' }, { text: 'Drink milk' }], [BOB]);
    return resolveSent({ acts, colleagues: BOBS }, ANN, BUMP_MILK, NOW);
  },
  knows_nobody: () => NO_COLLEAGUES.findPeople(ANN, ['bob']),
  went_away: async () => {
    await add('a');
    await acts.assign(anns, first, BOB, UTC);
    return acts.complete(anns, first);
  },
  only_receiver: async () => acts.assign(anns, { sent: await sent() }, CID, UTC),
  answered_already: async () => {
    const ids = await sent();
    await acts.accept(bobsOwn, { ids }, 'UTC');
    return acts.bump(anns, { sent: ids });
  },
  not_sent: async () => {
    await add('a');
    return acts.takeBack(anns, first, 'UTC');
  },
  answer_first: async () => acts.edit(bobsOwn, { ids: await sent() }, { text: 'b' }),
  accept_first: async () => {
    const ids = await sent();
    await acts.decline(bobsOwn, { ids }, '');
    return acts.complete(bobsOwn, { ids });
  },
  not_a_request: async () => {
    await add('a');
    return acts.accept(anns, first, 'UTC');
  },
  decline_instead: async () => acts.assign(bobsOwn, { ids: await sent() }, ANN, UTC),
  not_open: async () => {
    await add('a');
    await acts.complete(anns, first);
    return acts.assign(anns, first, BOB, UTC);
  },
  bumped_lately: async () => acts.bump(anns, { sent: await sent() }),
  asked_too_often: () =>
    acts.send(
      anns,
      Array.from({ length: 21 }, () => ({ text: 'a' })),
      [BOB],
    ),
  inbox_full: async () => {
    for (let asker = 0; asker < 25; asker += 1) {
      const askerId = `asker${asker}` as UserId;
      await acts.send({ actorId: askerId, listId: personList(askerId) }, TWENTY, [BOB]);
    }
    return sent();
  },
  next_since: async () => {
    const when = { due: '2036-12-04', repeat: 'FREQ=DAILY', zones: oneZone('UTC') };
    await acts.add(anns, [{ text: 'a', when }]);
    const id = await changeOf(acts.complete(anns, first));
    await acts.edit(anns, { numbers: [2] }, { text: 'b' });
    return acts.undo(anns, id);
  },
  none_contains: () => resolveWhich(acts, ANNS_LIST, DONE_MILK),
  ambiguous: async () => {
    await add('Buy milk', 'Buy oat milk');
    return resolveWhich(acts, ANNS_LIST, DONE_MILK);
  },
  remind_when: async () => remindingDraft({ text: 'milk' }),
  wrong_date: async () => refuseWrongDate({ refused: { wrong: 'never', words: '31 February' } }),
  nul_character: async () => programText('a\0b', DIALECTS.todo),
  todo_txt_loses_option: async () => programText('-n', DIALECTS['todo-txt']),
  todo_txt_takes_for_done: async () => programText('x y', DIALECTS['todo-txt']),
  program_has_no_verb: () => external('reopen 1'),
  looks_like_option: () => external('add --all'),
};

async function asking(name: string, facts?: Parameters<People['add']>[1], document?: object): Promise<void> {
  const people = makePeople();
  people.add('ann');
  if (facts !== undefined) people.add(name, facts);
  const stored = { personId: userId(name), document, version: 1 };
  const { findPeople, checkReceiver } = makeColleagues({
    ...{ accountOf: people.accountOf, people: people.directory, recipients: people.recipients },
    now: Date.now,
    settings: { settingsOf: async () => new Map([[userId(name), stored]]) },
  });
  const [found] = await findPeople(userId('ann'), [name]);
  await checkReceiver(userId('ann'), found?.userId ?? userId(name));
}

const BOBS = { ...NO_COLLEAGUES, findPeople: async () => [] };
const BUMP_MILK = { verb: 'bump', text: 'milk', line: 'bump milk' } as const;

async function holding(mayRead: 'open' | 'unknown'): Promise<void> {
  const { accountOf, add } = makePeople();
  add('bob');
  const channelSeenBy = async () => ({
    mayRead: mayRead === 'open' ? false : mayRead,
    name: '',
    path: undefined,
  });
  await makeCheckAssignee({ accountOf, recipients: { channelSeenBy } })(TEAM_LIST, userId('bob'));
}

/** What an external program is not even asked, as the error that it was in English. */
async function external(line: string): Promise<never> {
  const { run, remove } = await openExternal({ TODO_PROGRAM: 'todo' });
  const answers = await Promise.all(LOCALES.map(async (locale) => (await run(line, { locale })).text));
  await remove();
  throw answers;
}

async function refusalBy(how: () => Promise<unknown>): Promise<unknown> {
  return how().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
}

/** In the order of {@link LOCALES}. */
const wordsOf = (thrown: unknown): string[] =>
  thrown instanceof AppError
    ? LOCALES.map((locale) => errorInWords(textsIn(locale), thrown))
    : (thrown as string[]);

describe('a refusal', () => {
  it.each(Object.entries(HOW))('is told in every language: %s', async (kind, how) => {
    const thrown = await refusalBy(how);
    if (thrown instanceof AppError) {
      expect(thrown.details['refused']).toMatchObject({ kind });
      expect(wordsOf(thrown)[0]).toBe(thrown.message);
    }
    const [english = '', chinese, japanese] = wordsOf(thrown);
    expect(english).toMatch(/^[\p{Script=Latin}`@]/u);
    expect(chinese).toMatch(/\p{Script=Han}.*[。：]/u);
    expect(japanese).toMatch(/[\p{Script=Hiragana}].*。/u);
    for (const word of english.match(/\b\d[\d,]*\b|`milk`/g) ?? []) {
      expect(chinese).toContain(word);
      expect(japanese).toContain(word);
    }
    expect(`${chinese}${japanese}`).not.toMatch(/undefined|NaN/);
  });

  it('that a person meets without further facts is told by its code', () => {
    const away = new AppError('mattermost_unavailable', 'Mattermost could not be asked just now.');
    expect(wordsOf(away)).toEqual([
      'Mattermost could not be asked just now.',
      '现在无法向 Mattermost 查询。请稍后重试。',
      '現在 Mattermost に問い合わせできません。しばらくしてから再試行してください。',
    ]);
  });

  it('that only operators meet stays as it is', () => {
    const wrong = new AppError('invalid_config', 'PORT: Expected a port.');
    expect(wordsOf(wrong)).toEqual([
      'PORT: Expected a port.',
      'PORT: Expected a port.',
      'PORT: Expected a port.',
    ]);
  });
});

describe('the built-in program', () => {
  const say = async (locale: (typeof LOCALES)[number], line: string) => {
    const { text } = await builtInOver(store, () => NOW).run({ input: { line }, ...anns, locale });
    return text;
  };

  it('says what it did in Japanese', async () => {
    expect(await say('ja', '牛乳を買う')).toBe('追加しました：**1** 牛乳を買う');
    expect(await say('ja', '')).toBe('**未完了 1 件**\n**1** 牛乳を買う');
    expect(await say('ja', 'edit 1 豆乳')).toBe('変更しました：**1** 豆乳');
    expect(await say('ja', 'done 1')).toBe('完了しました：**1** 豆乳');
    expect(await say('ja', 'done 1')).toBe('すでに完了しています：**1** 豆乳');
    expect(await say('ja', 'delete 1')).toBe('削除しました：**1** 豆乳\n`undo` で元に戻せます。');
    expect(await say('ja', 'undo')).toBe('削除を元に戻しました：**1** 豆乳（完了）');
    expect(await say('ja', 'done 7')).toBe('このリストに ToDo 7 はありません。何も変更していません。');
    expect(await say('ja', 'edit 1')).toMatch(/^どの ToDo か/);
    expect(await say('ja', 'explain done 1')).toBe(
      '`done 1`：すでに完了しています：\n**1** 豆乳\n何も実行していません。',
    );
    expect(await say('ja', 'explain reopen 豆乳')).toBe(
      '`reopen 豆乳`：ToDo **1** 豆乳 を未完了に戻します。\n何も実行していません。',
    );
    expect(await say('ja', 'redo')).toMatch(/^`redo` はまだありません。何も変更していません/);
    expect((await say('ja', 'help')).split('\n')).toHaveLength(VERBS.length + 3);
  });

  it('says what it did in Chinese', async () => {
    expect(await say('zh-CN', '买牛奶')).toBe('已添加：**1** 买牛奶');
    expect(await say('zh-CN', 'list')).toBe('**1 项未完成**\n**1** 买牛奶');
    expect(await say('zh-CN', 'list 牛奶')).toBe('**1 项未完成**，包含 `牛奶`\n**1** 买牛奶');
    expect(await say('zh-CN', 'list done')).toMatch(/^还没有已完成的待办/);
    expect(await say('zh-CN', 'delete 1')).toBe('已删除：**1** 买牛奶\n用 `undo` 可以恢复。');
    expect(await say('zh-CN', 'undo')).toBe('已撤销删除：**1** 买牛奶（未完成）');
    expect(await say('zh-CN', 'explain done 1')).toBe(
      '`done 1`：将待办 **1** 买牛奶 标记为已完成。\n没有执行任何操作。',
    );
    expect(await say('zh-CN', 'redo')).toMatch(/^这里还没有 `redo`/);
    expect(await say('zh-CN', 'done 0')).toMatch(/^编号从 1 开始/);
  });

  it('understands the same lines in every language, and speaks English when it is not told', async () => {
    for (const locale of LOCALES) await say(locale, `add ${locale}`);
    expect((await acts.list(ANNS_LIST)).openCount).toBe(3);
    const said = await builtInOver(store, () => NOW).run({ input: { line: 'list' }, ...anns });
    expect(said.text).toMatch(/^\*\*3 open\*\*/);
  });
});
