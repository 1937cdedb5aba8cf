import { expect } from '@jest/globals';
import { botOf } from './stage/bot-of.ts';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodo, textsOf } from './stage/todos.ts';

const { scenario } = scenarios({ basePath: '/chat' });

scenario('below a subpath everything goes to the subpath, and nothing beside it', async (stage) => {
  const subpath = new URL(stage.site.url).pathname;
  const anna = await stage.person();
  const channel = await stage.channel(anna);
  const outside: string[] = [];
  const visit = await stage.visit(anna, {
    channel,
    beforeLoad: async (page) =>
      void page.on('request', (request) => {
        const { protocol, pathname } = new URL(request.url());
        if (protocol.startsWith('http') && !pathname.startsWith(`${subpath}/`)) outside.push(request.url());
      }),
  });
  await visit.say('Could somebody book a room?');
  await visit.chooseInPostMenu('Could somebody book a room?', 'Add to my to-dos');
  await visit.page.getByRole('dialog').getByLabel('What is to be done').press('Enter');
  await visit.say('/todo Buy milk');
  await visit.post('Added: ').waitFor();
  const sidebar = await visit.openSidebar();
  await sidebar.check('Buy milk').waitFor();
  await addTodo(anna, 'me', 'From elsewhere');
  await sidebar.check('From elsewhere').waitFor();
  await sidebar.check('Buy milk').check();
  await eventually(async () => expect(await textsOf(anna, 'me', 'done')).toEqual(['Buy milk']));

  const link = sidebar.row('Could somebody book a room?').getByRole('link', { name: 'Go to the message' });
  expect(await link.getAttribute('href')).toMatch(new RegExp(String.raw`^${subpath}/[\w-]+/pl/\w{26}$`));
  await link.click();
  await eventually(() =>
    expect(new URL(visit.page.url()).pathname).toContain(`${subpath}/${stage.site.team.name}/`),
  );
  expect(outside).toEqual([]);
});

scenario('below a subpath what stands below the answers of the bot can be pressed', async (stage) => {
  const anna = await stage.person();
  const visit = await stage.visit(anna);
  await visit.writeTo(await botOf(anna));
  await visit.say('Buy milk');
  await visit.post('Added: ').getByRole('button', { name: 'Undo' }).click();
  await visit.post('Adding undone: ').waitFor();
  expect(await textsOf(anna, 'me')).toEqual([]);
});
