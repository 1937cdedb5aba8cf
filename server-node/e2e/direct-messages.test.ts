import { expect } from '@jest/globals';
import { breakableOf } from './site/site.ts';
import { botOf } from './stage/bot-of.ts';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { textsOf } from './stage/todos.ts';

const { scenario, onStandIn } = scenarios();

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
