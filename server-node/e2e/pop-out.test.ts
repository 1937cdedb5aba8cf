import { expect } from '@jest/globals';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodo } from './stage/todos.ts';

const { scenario } = scenarios();

scenario('the sidebar in a window of its own and the one it came from show the same', async (stage) => {
  const anna = await stage.person();
  const channel = await stage.channel(anna);
  const visit = await stage.visit(anna, { channel });
  const beside = await visit.openSidebar();
  await beside.add('Buy milk');
  const own = await visit.popOut();
  await own.check('Buy milk').waitFor();
  await eventually(async () =>
    expect(await own.field.evaluate((field) => field === document.activeElement)).toBe(true),
  );
  await own.add('Call Ben');
  await beside.check('Call Ben').waitFor();
  await beside.check('Buy milk').check();
  await eventually(async () => expect(await own.openTexts()).toEqual(['Call Ben']));
  await own.check('Call Ben').press('Delete');
  await own.undoBar.getByRole('button', { name: 'Undo' }).click();
  await eventually(async () => expect(await beside.openTexts()).toEqual(['Call Ben']));
});

scenario('the window of the sidebar keeps its channel and names it', async (stage) => {
  const anna = await stage.person();
  const [channel, other] = [await stage.channel(anna), await stage.channel(anna)];
  const visit = await stage.visit(anna, { channel });
  await visit.openSidebar();
  const own = await visit.popOut();
  await own.choose(channel.display_name);
  await visit.goTo(other);
  await own.add('Book a room');
  await own.check('Book a room').waitFor();
  expect(await own.tab(channel.display_name).getAttribute('aria-selected')).toBe('true');
  expect(await own.tab('This channel').count()).toBe(0);
});

scenario('a link to a message leads the window that the sidebar came from', async (stage) => {
  const anna = await stage.person();
  const [there, other] = [await stage.channel(anna), await stage.channel(anna)];
  const post = await anna.call<{ id: string }>('POST', '/api/v4/posts', {
    channel_id: there.id,
    message: 'The price table is wrong',
  });
  const link = `${stage.site.url}/${stage.site.team.name}/pl/${post.id}`;
  await addTodo(anna, 'me', `See ${link}`);
  const visit = await stage.visit(anna, { channel: other });
  await visit.openSidebar();
  const own = await visit.popOut();
  const follow = () => own.root.getByRole('link').first().click();

  await follow();
  await visit.post('The price table is wrong').waitFor();
  await visit.goTo(other);
  await follow();
  await visit.post('The price table is wrong').waitFor();
  expect(own.page.url()).toContain('/_popout/');

  await visit.page.close();
  const [opened] = await Promise.all([visit.context.waitForEvent('page'), follow()]);
  await opened.getByText('The price table is wrong').first().waitFor();
});
