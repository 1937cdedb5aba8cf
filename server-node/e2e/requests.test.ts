import { expect } from '@jest/globals';
import { seriousFaults } from './stage/accessibility.ts';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';
import { addTodo, listOf, textsOf } from './stage/todos.ts';

const { scenario } = scenarios();

scenario('a to-do is sent, declined with a reason, taken back, sent again and accepted', async (stage) => {
  const ann = await stage.person('ann');
  const bob = await stage.person('bob');
  const channel = await stage.channel(ann);
  await addTodo(ann, 'me', 'Review the plan');
  const atAnn = await stage.visit(ann, { channel });
  const asker = await atAnn.openSidebar();
  const receiver = await (await stage.visit(bob)).openSidebar();

  async function send(): Promise<void> {
    await asker.check('Review the plan').focus();
    await asker.page.keyboard.press('a');
    const field = asker.root.getByRole('combobox', { name: 'Send to' });
    await field.fill(bob.username);
    await asker.root.getByRole('option', { name: bob.username }).waitFor();
    expect(await seriousFaults(asker)).toEqual([]);
    await field.press('Enter');
    await asker.check('Review the plan').waitFor({ state: 'detached' });
  }

  await send();
  await receiver.tab('Requests').getByText('1').waitFor();
  await receiver.choose('Requests');
  await receiver.root.getByText(`${ann.username} asks you`).waitFor();
  expect(await seriousFaults(receiver)).toEqual([]);
  await receiver.root.getByRole('button', { name: 'Decline' }).click();
  await receiver.root.getByRole('textbox', { name: /^Reason/ }).fill('On holiday');
  await receiver.page.keyboard.press('Enter');
  await receiver.root.getByText('Nobody waits for your answer').waitFor();

  await asker.choose('Requests');
  await asker.root.getByText('Declined: “On holiday”').waitFor();
  expect(await seriousFaults(asker)).toEqual([]);
  await asker.root.getByRole('button', { name: /^Take back/ }).click();
  await eventually(async () => expect(await textsOf(ann, 'me')).toEqual(['Review the plan']));

  await asker.choose('My to-dos');
  await send();
  await receiver.root.getByRole('button', { name: 'Accept' }).click();
  await receiver.choose('My to-dos');
  await receiver.check('Review the plan').waitFor();
  await asker.choose('Requests');
  await asker.root.getByText('Accepted', { exact: true }).waitFor();
});

scenario('what one gets in a channel stands in Today, and is ticked there for everybody', async (stage) => {
  const ann = await stage.person('ann');
  const channel = await stage.channel(ann);
  await addTodo(ann, channel.id, 'Fix the links today');
  const visit = await stage.visit(ann, { channel });
  const sidebar = await visit.openSidebar();
  await sidebar.choose('This channel');
  await sidebar.check('Fix the links').focus();
  await sidebar.page.keyboard.press('a');
  await sidebar.root.getByRole('option', { name: ann.username }).click();
  await sidebar.root.getByText(`Assignee: ${ann.username}`).waitFor({ state: 'attached' });
  await sidebar.root.getByRole('radio', { name: 'Everyone 1' }).focus();
  await sidebar.page.keyboard.press('ArrowRight');
  await sidebar.root.getByRole('radio', { name: 'Mine 1', checked: true }).waitFor();
  await sidebar.page.keyboard.press('ArrowRight');
  await sidebar.root.getByText('Everything has somebody').waitFor();
  expect(await seriousFaults(sidebar)).toEqual([]);
  await sidebar.page.keyboard.press('ArrowRight');
  await sidebar.check('Fix the links').waitFor();
  await sidebar.root.getByRole('button', { name: 'More' }).click();
  await sidebar.root.getByRole('menuitemradio', { name: /^Today/ }).click();
  await sidebar.row('Fix the links').getByText(channel.display_name).waitFor();
  expect(await seriousFaults(sidebar)).toEqual([]);
  // A ticked row goes from this view, perhaps before one could see that it is checked.
  await sidebar.check('Fix the links').click();
  await eventually(async () => expect(await textsOf(ann, channel.id)).toEqual([]));
});

scenario('whoever is named in the field of a channel has the to-do, by its chip', async (stage) => {
  const [ann, ben] = [await stage.person('ann'), await stage.person('ben')];
  const channel = await stage.channel(ann, ben);
  const visit = await stage.visit(ann, { channel });
  const sidebar = await visit.openSidebar();
  await sidebar.choose('This channel');
  await sidebar.root.getByRole('textbox').first().fill(`Bring cake tomorrow @${ben.username}`);
  const chip = sidebar.root.getByRole('button', { name: `${ben.username}. Keep as text` });
  await chip.waitFor();
  await visit.page.keyboard.press('Enter');
  await eventually(async () =>
    expect((await listOf(ann, channel.id)).todos).toMatchObject([
      { text: 'Bring cake', due: expect.any(String), assigneeId: ben.userId },
    ]),
  );
});
