import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SettingsStateView } from '../contract/api.ts';
import { call } from '../testing/call.ts';
import { openManagedBackend, type ManagedBackend } from './testing/open-managed-backend.ts';

let backend: ManagedBackend;
beforeEach(async () => {
  backend = await openManagedBackend({}, { people: ['root', 'ann'] });
});
afterEach(() => backend.close());

async function save(settings: Record<string, unknown>): Promise<void> {
  Object.assign(backend.played.settings, settings);
  await backend.mattermost.hook('OnConfigurationChange');
}
const ask = (name: string | null) => call<SettingsStateView>(backend, name, 'GET', '/settings-state');

describe('what became of the settings in the System Console', () => {
  it('is that all are in use', async () => {
    expect((await ask('root')).body).toEqual({ refused: [] });
  });

  it('is why they were refused, each with both of its bounds, until they are mended', async () => {
    await save({ requestsperminute: 0, webhooklist: 'everybody' });
    expect((await ask('root')).body).toEqual({
      refused: [
        expect.stringMatching(/^WebhookList: Expected channel, person or shared.*; got "everybody"\.$/),
        expect.stringMatching(/^RequestsPerMinute: Expected .* from 1 to 100000000; got "0"\.$/),
      ],
    });
    await save({ requestsperminute: 60, webhooklist: 'channel' });
    expect((await ask('root')).body).toEqual({ refused: [] });
  });

  it('shows no secret, and is told to nobody who may not see settings', async () => {
    await save({ database: 'mysql://root:hunter22@db/x' });
    const { body } = await ask('root');
    expect(body.refused).toEqual([expect.stringMatching(/^Database: Expected/)]);
    expect(JSON.stringify(body)).not.toContain('hunter22');
    expect([(await ask('ann')).status, (await ask(null)).status]).toEqual([403, 403]);
  });
});
