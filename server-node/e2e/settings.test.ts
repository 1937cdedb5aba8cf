import { expect } from '@jest/globals';
import type { SettingsView } from '../src/contract/api.ts';
import { API_PATH } from '../src/contract/paths.ts';
import { seriousFaults } from './stage/accessibility.ts';
import { eventually } from './stage/eventually.ts';
import { scenarios } from './stage/scenarios.ts';

const { scenario } = scenarios();

scenario('who sets something in the sidebar has it on every surface', async (stage) => {
  const { person, visit, sidebar } = await stage.newcomer('anna');
  const { root, page } = sidebar;
  const own = async () => (await person.call<SettingsView>('GET', `${API_PATH}/me/settings`)).own;
  await root.getByRole('button', { name: 'More' }).focus();
  await page.keyboard.press('Enter');
  await root.getByRole('menuitem', { name: 'Settings' }).click();
  const panel = root.getByRole('region', { name: 'Settings' });
  await panel.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await panel.getByLabel('Due at a time').selectOption({ label: '30 minutes before' });
  await panel.getByRole('checkbox', { name: 'Quiet hours' }).check();
  await panel.getByLabel('Quiet hours until').fill('06:30');
  await panel.getByLabel('Quiet hours until').press('Enter');
  await panel.getByRole('checkbox', { name: 'Overview' }).check();
  await panel.getByRole('button', { name: 'Fri' }).click();
  await panel.getByLabel('Clock').selectOption('12');
  await panel.getByRole('checkbox', { name: 'To-do by reaction' }).check();
  await panel.getByRole('checkbox', { name: 'Tell the thread' }).check();
  const bob = await stage.person('bob');
  await panel.getByRole('combobox', { name: 'Block somebody' }).fill(bob.username);
  await panel.getByRole('option', { name: bob.username }).click();
  await panel.getByRole('button', { name: `Unblock ${bob.username}` }).waitFor();
  await eventually(async () =>
    expect(await own()).toEqual({
      ...{ clock: 12, reaction: 'pushpin', tellThread: 'on', blocked: [bob.userId] },
      zone: 'Asia/Tokyo',
      remindBefore: 30,
      quiet: { from: '22:00', to: '06:30' },
      digest: { on: true, at: '08:30', days: ['MO', 'TU', 'WE', 'TH'] },
    }),
  );
  await panel.getByLabel('Quiet hours until').fill('22:00');
  await panel.getByLabel('Quiet hours until').press('Enter');
  await panel.getByRole('alert').waitFor();
  expect(await seriousFaults(sidebar)).toEqual([]);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await visit.say('/todo settings');
  await visit.post('Asia/Tokyo').waitFor();
});
