import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeColleagues } from '../../callers/colleagues.ts';
import { makeManageSettings } from '../../person-settings/manage-settings.ts';
import type { UserId } from '../../shared/ids.ts';
import { openTestStore, type TestStore } from '../../store/testing/open-test-store.ts';
import { channelId, makePeople, postId, userId, type People } from '../../testing/people.ts';
import type { Acts } from '../../todos/acts.ts';
import { channelList, personList, type ListId } from '../../todos/list.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import { MAX_NOTES_LENGTH, MAX_TEXT_LENGTH } from '../../todos/todo.ts';
import { postText, POST_LENGTH } from '../../replies/post-text.ts';
import { makeDeliveries } from '../make-deliveries.ts';
import type { RunRequest, TodoProgram } from '../ports.ts';
import { makeBuiltInProgram } from './make-built-in-program.ts';

/** A Friday at eight in the morning. */
const NOW = Date.parse('2027-01-15T08:00:00Z');
const SITE_URL = 'https://chat.example.com';
const TOWN = channelList(channelId('town'));
const clock = () => NOW;

let people: People;
let store: TestStore;
let acts: Acts;
let program: TodoProgram;

beforeEach(async () => {
  people = makePeople();
  for (const name of ['ann', 'bob']) people.add(name, { channels: ['town'], timeZone: 'UTC' });
  store = await openTestStore(clock);
  acts = makeActs({ store, now: clock, newId: makeNewId(clock) });
  const clockOf = async (id: UserId) => ({ zone: people.byId(id)?.timeZone ?? 'UTC', locale: 'en' });
  const noSettings = { settingsOf: async () => new Map() };
  const { accountOf } = people;
  const recipients = { ...people.recipients, siteUrl: async () => SITE_URL };
  program = makeBuiltInProgram({
    ...{ acts, clockOf, recipients, now: clock, deliveries: makeDeliveries(store, clock) },
    settings: makeManageSettings({ store, people: noSettings, accountOf, clockOf, now: clock }),
    colleagues: makeColleagues({
      ...{ accountOf, recipients, people: people.directory, settings: noSettings, now: clock },
    }),
  });
});
afterEach(() => store.remove());

const own = (name: string): ListId => personList(userId(name));
const run = (name: string, line: string, listId = own(name), more: Partial<RunRequest> = {}) =>
  program.run({ input: { line }, actorId: userId(name), listId, ...more });
const say = async (...args: Parameters<typeof run>) => (await run(...args)).text;

describe('`show`', () => {
  it('says all there is to a to-do of one’s own', async () => {
    await run('ann', 'Review the plan tomorrow 17:00 every week');
    expect(await say('ann', 'show 1')).toMatch(
      /^\*\*1\*\* Review the plan\n.*17:00.* · every.* · reminder: /,
    );
    await run('ann', 'note 1 Ask **Bob**\n\n- first');
    expect((await say('ann', 'show 1')).split('\n').slice(2)).toEqual(['> Ask **Bob**', '>', '> - first']);
    await run('ann', 'done 1');
    expect(await say('ann', 'show 1')).toMatch(/^\*\*1\*\* Review the plan \(is done\)\n/);
  });

  it('says of one of a channel who has it and who made it, in the language of who reads', async () => {
    await run('ann', 'Buy bread @bob', TOWN);
    expect(await say('ann', 'show 1', TOWN)).toBe('**1** Buy bread\n@bob · added by @ann');
    expect(await say('ann', 'show 1', TOWN, { locale: 'ja' })).toBe('**1** Buy bread\n@bob · @ann が追加');
    expect(await say('ann', 'show 1', TOWN, { locale: 'zh-CN' })).toBe(
      '**1** Buy bread\n@bob · 由 @ann 添加',
    );
    expect(await say('ann', '查看 1', TOWN)).toMatch(/Buy bread/);
  });

  it('says of a request from whom it is, and offers the answers', async () => {
    await run('ann', 'send @bob Review the plan');
    const { text, choices } = await run('bob', 'show 1');
    expect(text).toBe('**1** Review the plan (is waiting)\nfrom @ann');
    expect(choices?.offered.map(({ label }) => label)).toEqual(['Accept', 'Decline…', 'Done']);
    await run('bob', 'accept 1');
    expect((await run('bob', 'show 1')).choices?.offered.map(({ label }) => label)).toEqual([
      'Done',
      'Edit…',
    ]);
  });

  const from = (channel: string) => ({ source: { postId: postId('post'), channelId: channelId(channel) } });
  const LINK = `[message](${SITE_URL}/_redirect/pl/${postId('post')})`;

  it('links to the message it was made from, for those alone who may read that now', async () => {
    await run('ann', 'Buy bread', own('ann'), from('town'));
    await run('ann', 'assign 1 @bob');
    expect(await say('bob', 'show 1')).toContain(LINK);
    people.leave('bob', 'town');
    expect(await say('bob', 'show 1')).toBe('**1** Buy bread (is waiting)\nfrom @ann');
    people.goAway();
    expect(await say('bob', 'show 1')).toMatch(/^\*\*1\*\* Buy bread \(is waiting\)\nfrom \S+$/);
  });

  it('links in an answer that a channel reads to messages of that channel alone', async () => {
    people.add('ann', { channels: ['town', 'attic'] });
    await run('ann', 'Buy bread', TOWN, from('attic'));
    await run('ann', 'Buy butter', TOWN, from('town'));
    expect(await say('ann', 'show 1', TOWN)).toContain(LINK);
    expect(await say('ann', 'show 1', TOWN, { surface: 'channel' })).not.toContain(LINK);
    expect(await say('ann', 'show 2', TOWN, { surface: 'channel' })).toContain(LINK);
  });

  it('is answered with what is not there, was deleted or went away', async () => {
    await run('ann', 'Buy bread');
    await run('ann', 'Buy butter');
    await run('ann', 'delete 1');
    await run('ann', 'assign 2 @bob');
    expect(await say('ann', 'show 1')).toMatch(/^To-do 1 was deleted/);
    expect(await say('ann', 'show 2')).toMatch(/sent to @bob/);
    expect(await say('ann', 'show 7')).toMatch(/no to-do 7/);
  });

  it('cuts notes that are too long for a post, and says so, whatever they are', async () => {
    for (const sign of ['x', '@', '`', '😀', '\n> ']) {
      const [text, notes] = [MAX_TEXT_LENGTH, MAX_NOTES_LENGTH].map((most) =>
        [...`y${sign.repeat(most)}`].slice(0, most).join(''),
      ) as [string, string];
      const { todos } = await acts.add({ actorId: userId('ann'), listId: own('ann') }, [{ text, notes }]);
      const said = await say('ann', `show ${todos[0]?.number}`);
      expect(said).toMatch(/… and [\d]+ more characters$/);
      expect([...postText(said)].length).toBeLessThanOrEqual(POST_LENGTH);
      expect(postText(said)).toMatch(/more characters$|did not fit/);
    }
  });
});

describe('`note`', () => {
  it('sets the notes in the place of others, takes them away, and is undone', async () => {
    await run('ann', 'Buy bread');
    expect(await say('ann', 'note 1 rye\n- sliced')).toBe('Changed: **1** Buy bread\n> rye\n> - sliced');
    expect(await say('ann', 'note 1 none')).toBe('Changed: **1** Buy bread · no notes');
    expect(await say('ann', 'note 1 none')).toBe('That was so already: **1** Buy bread · no notes');
    expect(await say('ann', 'undo')).toBe('Change of the notes undone: **1** Buy bread\n> rye\n> - sliced');
    expect(await say('ann', 'show 1')).toBe('**1** Buy bread\n> rye\n> - sliced');
  });

  it('works on a list of a channel, and reads no date and no name out of the notes', async () => {
    await run('ann', 'Buy bread', TOWN);
    expect(await say('bob', 'note 1 tomorrow @ann', TOWN)).toBe('Changed: **1** Buy bread\n> tomorrow @ann');
    const [todo] = await acts.select(TOWN, { numbers: [1] });
    expect(todo).toMatchObject({ notes: 'tomorrow @ann', due: null, assigneeId: null });
  });

  it('is refused when it is too long, or waits for an answer, and changes nothing', async () => {
    await run('ann', 'send @bob Review the plan');
    expect(await say('bob', 'note 1 x')).toMatch(/waits for your answer/);
    expect(await say('bob', 'note 9 x')).toMatch(/no to-do 9/);
    await run('bob', 'Buy bread');
    expect(await say('bob', `note 2 ${'x'.repeat(MAX_NOTES_LENGTH + 1)}`)).toMatch(/^The notes .* 16,001/);
    expect((await acts.select(own('bob'), { numbers: [1, 2] })).map(({ notes }) => notes)).toEqual(['', '']);
  });
});
