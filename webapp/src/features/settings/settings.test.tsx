import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { RequestFailure } from '../../api/request-failure.ts';
import { parseSettings } from '../../api/settings-view.ts';
import { Plugin } from '../../plugin.tsx';
import { makeFakeBackend } from '../../testing/fake-backend.ts';
import { ALICE, BOB } from '../../testing/make-todo.ts';
import { makeFakeHost } from '../../testing/fake-host.tsx';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

const field = (name: string) => screen.findByLabelText(name);
const choose = async (name: string, value: string) =>
  fireEvent.change(await field(name), { target: { value } });
/** A time is taken when the field is left. */
async function setTime(name: string, value: string): Promise<void> {
  await choose(name, value);
  fireEvent.blur(await field(name));
}

function open(part: 'sidebar' | 'settings' = 'settings', backend = makeFakeBackend()) {
  const host = makeFakeHost(backend);
  new Plugin(host.start).initialize(host.registry, host.store);
  render(host.page(part));
  const sent = () => backend.calls.filter((call) => call.startsWith('settings {'));
  return { backend, host, sent };
}

async function openInSidebar() {
  const opened = open('sidebar');
  fireEvent.click(await screen.findByRole('button', { name: 'More' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Settings' }));
  await field('Time zone');
  return opened;
}

describe('the settings', () => {
  it('are reached from the menu, and left by Escape to where one came from', async () => {
    await openInSidebar();
    expect(screen.getByRole('region', { name: 'Settings' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Back' }));
    fireEvent.keyDown(await field('Time zone'), { key: 'n' });
    fireEvent.keyDown(await field('Time zone'), { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' })));
  });

  it('are in the menu of no backend that keeps none', async () => {
    const backend = makeFakeBackend();
    const { getMe } = backend.api;
    backend.api.getMe = async () => ({ ...(await getMe()), readsDates: false });
    open('sidebar', backend);
    fireEvent.click(await screen.findByRole('button', { name: 'More' }));
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Keyboard shortcuts?']);
  });

  it('are sent one by one, and say so', async () => {
    const { sent } = open();
    await choose('Time zone', 'Asia/Tokyo');
    expect((await screen.findByRole('status')).textContent).toBe('Saved');
    await choose('The week begins on', 'SU');
    await choose('Due at a time', '30');
    await choose('Due at a time', 'off');
    fireEvent.click(await field('Due on a day'));
    fireEvent.click(await field('Requests'));
    await waitFor(() =>
      expect(sent()).toEqual([
        'settings {"zone":"Asia/Tokyo"}',
        'settings {"weekStart":"SU"}',
        'settings {"remindBefore":30}',
        'settings {"remindBefore":"off"}',
        'settings {"remindAt":"off"}',
        'settings {"requests":"off"}',
      ]),
    );
    expect(screen.queryByLabelText('Time of the reminder on that day')).toBeNull();
  });

  it('go back to what Mattermost says', async () => {
    const { sent } = open();
    await choose('Time zone', 'Asia/Tokyo');
    await choose('Time zone', '');
    await waitFor(() => expect(sent().at(-1)).toBe('settings {"zone":null}'));
  });

  it('keep quiet hours and an overview', async () => {
    const { sent } = open();
    fireEvent.click(await field('Quiet hours'));
    await setTime('Quiet hours until', '06:30');
    fireEvent.click(await field('Overview'));
    fireEvent.click(await screen.findByRole('button', { name: 'Mon', pressed: true }));
    const days = '["TU","WE","TH","FR"]';
    await waitFor(() =>
      expect(sent()).toEqual([
        'settings {"quiet":{"from":"22:00","to":"07:00"}}',
        'settings {"quiet":{"from":"22:00","to":"06:30"}}',
        'settings {"digest":{"on":true,"at":"08:30","days":["MO","TU","WE","TH","FR"]}}',
        `settings {"digest":{"on":true,"at":"08:30","days":${days}}}`,
      ]),
    );
  });

  it('say at the field what cannot be, and send none of it', async () => {
    const { sent } = open();
    fireEvent.click(await field('Quiet hours'));
    await waitFor(() => expect(sent()).toHaveLength(1));
    await setTime('Quiet hours until', '22:00');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('end at another time');
    expect((await field('Quiet hours until')).getAttribute('aria-describedby')).toBe(alert.parentElement?.id);
    expect(await field('Quiet hours until')).toHaveProperty('value', '22:00');
    expect(sent()).toHaveLength(1);
  });

  it('keep a choice that did not get through on its field, until it does', async () => {
    const { backend } = open();
    await field('Time zone');
    backend.breakWith(new RequestFailure('unreachable', 'No answer in time.'));
    await choose('Time zone', 'Asia/Tokyo');
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Not saved. The to-do server does not answer.',
    );
    expect(await field('Time zone')).toHaveProperty('value', 'Asia/Tokyo');
    backend.breakWith(null);
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect((await screen.findByRole('status')).textContent).toBe('Saved');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('choose the clock of the bot, and go back to the usual one', async () => {
    const { sent } = open();
    await choose('Clock', '12');
    expect(await field('Clock')).toHaveProperty('value', '12');
    await choose('Clock', '');
    await waitFor(() => expect(sent()).toEqual(['settings {"clock":12}', 'settings {"clock":null}']));
  });

  it('choose a reaction, which is off before, by the name of its emoji', async () => {
    const { sent } = open();
    expect(await field('To-do by reaction')).toHaveProperty('checked', false);
    fireEvent.click(await field('To-do by reaction'));
    const name = await field('Emoji for to-dos');
    expect(name).toHaveProperty('value', ':pushpin:');
    fireEvent.change(name, { target: { value: 'no emoji' } });
    fireEvent.blur(name);
    expect((await screen.findByRole('alert')).textContent).toContain('such as :pushpin:');
    expect(name).toHaveProperty('value', 'no emoji');
    fireEvent.change(name, { target: { value: ' :Memo: ' } });
    fireEvent.keyDown(name, { key: 'Enter' });
    expect(name).toHaveProperty('value', ':memo:');
    fireEvent.click(await field('To-do by reaction'));
    fireEvent.click(await field('Tell the thread'));
    await waitFor(() =>
      expect(sent()).toEqual([
        'settings {"reaction":"pushpin"}',
        'settings {"reaction":"memo"}',
        'settings {"reaction":"off"}',
        'settings {"tellThread":"on"}',
      ]),
    );
  });

  it('block somebody by name, and let them ask again', async () => {
    const { host, sent } = open();
    host.answerWith(async (input) => {
      const users = [
        { id: ALICE, username: 'alice' },
        { id: BOB, username: 'bob', first_name: 'Bob', last_name: 'Berg' },
      ];
      const isSearch = String(input).includes('/users/autocomplete');
      return { ok: true, json: async () => (isSearch ? { users } : users) } as Response;
    });
    const name = await screen.findByRole('combobox', { name: 'Block somebody' });
    const people = within(screen.getByRole('listbox', { name: 'People' }));
    expect(people.queryByRole('option')).toBeNull();
    fireEvent.change(name, { target: { value: '@b' } });
    await waitFor(() =>
      expect(people.getAllByRole('option').map((one) => one.textContent)).toEqual(['bobBob Berg']),
    );
    fireEvent.keyDown(name, { key: 'Enter' });
    expect(name).toHaveProperty('value', '');
    fireEvent.click(await screen.findByRole('button', { name: 'Unblock bob' }));
    expect(screen.queryByRole('button', { name: 'Unblock bob' })).toBeNull();
    await waitFor(() =>
      expect(sent()).toEqual([`settings {"blocked":["${BOB}"]}`, 'settings {"blocked":[]}']),
    );
  });

  it('leave what is typed for a name by Escape, and themselves by the next one', async () => {
    await openInSidebar();
    const name = await screen.findByRole('combobox', { name: 'Block somebody' });
    fireEvent.change(name, { target: { value: 'b' } });
    fireEvent.keyDown(name, { key: 'Escape' });
    expect(name).toHaveProperty('value', '');
    fireEvent.keyDown(name, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Settings' })).toBeNull());
  });

  it('say why they cannot be shown, and are fetched anew', async () => {
    const backend = makeFakeBackend();
    backend.breakWith(new RequestFailure('unreachable', 'No answer in time.'));
    open('settings', backend);
    expect((await screen.findByRole('alert')).textContent).toContain('does not answer');
    backend.breakWith(null);
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await field('Time zone')).toBeTruthy();
  });

  it('say so where the backend is too old for them', async () => {
    const backend = makeFakeBackend();
    backend.api.getSettings = () =>
      Promise.reject(new RequestFailure('refused', 'There is no such address.', { status: 404 }));
    open('settings', backend);
    expect((await screen.findByRole('alert')).textContent).toContain('is an older one');
    expect(screen.queryByRole('button')).toBeNull();
  });
});

/** As if the backend were older, or said them in another way. */
const UNKNOWN = {
  ...{ quiet: ['22:00'], requests: undefined, blocked: undefined, clock: undefined },
  ...{ reaction: undefined, tellThread: undefined },
};

describe('settings of a backend of another version', () => {
  it('show without those that are said in a way that is not known', async () => {
    const backend = makeFakeBackend();
    const { getSettings } = backend.api;
    backend.api.getSettings = async () => {
      const view = await getSettings();
      return parseSettings({
        ...view,
        inEffect: { ...view.inEffect, ...UNKNOWN, colour: 'red' },
      });
    };
    open('settings', backend);
    await field('Due on a day');
    for (const name of [
      'Quiet hours',
      'Requests',
      'Block somebody',
      'Clock',
      'To-do by reaction',
      'Tell the thread',
    ])
      expect([name, screen.queryByLabelText(name)]).toEqual([name, null]);
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Reminders',
    ]);
  });

  it.each([[null], [{}], ['x'], [{ version: '1' }]])('are refused when they are %j', (value) => {
    expect(() => parseSettings(value)).toThrow(RequestFailure);
  });
});
