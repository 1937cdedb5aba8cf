import { expect } from '@jest/globals';
import type { MeView } from '../src/contract/api.ts';
import { API_PATH } from '../src/contract/paths.ts';
import type { Person } from './stage/people.ts';
import { breakableOf } from './site/site.ts';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { textsOf } from './stage/todos.ts';

const { scenario, onStandIn } = scenarios();

async function botOf({ call }: Person): Promise<NonNullable<MeView['bot']>> {
  const { bot } = await call<MeView>('GET', `${API_PATH}/me`);
  if (bot === null) throw new Error('The backend has not met its bot yet.');
  return bot;
}

scenario('what one writes to the bot works on the own list, and the bot answers there', async (stage) => {
  const anna = await stage.person();
  const visit = await stage.visit(anna);
  await visit.writeTo(await botOf(anna));
  await visit.say('Buy milk');
  await visit.post('Added: ').waitFor();
  await visit.say('list');
  await visit.post('1 open').waitFor();
  await visit.openThread('Buy milk');
  await visit.say('done 1', 'thread');
  await visit.post('Done: ', 'thread').waitFor();
  expect(await textsOf(anna, 'me', 'done')).toEqual(['Buy milk']);
});

onStandIn('what one writes while the backend is away is carried out when it is back', async (stage) => {
  const { stopBackend, startBackend } = breakableOf(stage.site);
  const anna = await stage.person();
  const visit = await stage.visit(anna);
  await visit.writeTo(await botOf(anna));
  await visit.say('Buy milk');
  await visit.post('Added: ').waitFor();
  await stopBackend();
  await visit.say('Buy bread');
  await startBackend();
  await eventually(async () => expect(await textsOf(anna, 'me')).toEqual(['Buy milk', 'Buy bread']));
  await visit.post('Added: 2').waitFor();
  expect(await visit.page.getByText('Added: ').count()).toBe(2);
});
