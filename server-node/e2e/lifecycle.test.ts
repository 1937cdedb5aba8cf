import { expect } from '@jest/globals';
import { eventually } from './stage/eventually.ts';
import { openEnds, watchOpenEnds } from './stage/open-ends.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodo, textsOf } from './stage/todos.ts';

const { scenario } = scenarios();

const TIMES = 10;
const NONE = { listeners: [], timers: [], streams: 0, styles: 0, ours: 0 };

scenario(
  'switched off and on ten times, the plugin leaves nothing behind and works as before',
  async (stage) => {
    const { site } = stage;
    const anna = await stage.person();
    const visit = await stage.visit(anna, { beforeLoad: watchOpenEnds });
    const turn = (what: 'enable' | 'disable') => site.admin('POST', `/api/v4/plugins/todo-node/${what}`);
    const streams = site.push === 'sse' ? 1 : 0;
    let opened = 0;
    try {
      for (let round = 1; round <= TIMES; round += 1) {
        const sidebar = await visit.openSidebar();
        await sidebar.add(`Round ${round}`);
        await eventually(async () => expect(await openEnds(visit)).toMatchObject({ streams, styles: 2 }));
        expect((await openEnds(visit)).listeners).toContain('online');
        expect((await openEnds(visit)).timers).not.toEqual([]);
        await eventually(async () => expect(await textsOf(anna, 'me')).toHaveLength(round));
        await turn('disable');
        await visit.icon().waitFor({ state: 'detached' });
        await eventually(async () => expect(await openEnds(visit)).toMatchObject(NONE));
        ({ opened } = await openEnds(visit));
        await turn('enable');
        await visit.icon().waitFor();
      }
    } finally {
      await turn('enable');
    }
    await eventually(async () => expect((await openEnds(visit)).styles).toBe(1));
    const sidebar = await visit.openSidebar();
    await addTodo(anna, 'me', 'After all that');
    await sidebar.check('After all that').waitFor();
    expect(await sidebar.openTexts()).toHaveLength(TIMES + 1);
    if (site.breakable === undefined) return;
    const { backendLog } = site.breakable;
    await eventually(() => expect(endedStreams(backendLog(), anna.userId)).toBe(opened));
  },
);

/** The backend logs a stream when it ends. */
function endedStreams(log: string, userId: string): number {
  return log.split('\n').filter((line) => line.includes('/events"') && line.includes(userId)).length;
}
