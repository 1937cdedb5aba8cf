import { describe, expect, it } from '@jest/globals';
import { databaseOfSite } from './database-of-site.ts';
import { readPluginSettings, readSite } from './mattermost-site.ts';

const settingsFrom = (text: string) =>
  readPluginSettings({ LoadPluginConfiguration: async () => Buffer.from(text) });
const siteFrom = (config: object, licence: unknown = null) =>
  readSite({ GetUnsanitizedConfig: async () => config, GetLicense: async () => licence } as never);

describe('the settings as Mattermost hands them over', () => {
  it.each([
    ['nothing', '', {}],
    ['null', 'null', {}],
    ['an object', '{"database":"x","requestsperminute":600}', { database: 'x', requestsperminute: 600 }],
  ])('may be %s', async (_what, text, settings) => {
    expect(await settingsFrom(text)).toEqual(settings);
  });

  it.each([
    ['a list', '["hunter22"]'],
    ['a text', '"hunter22"'],
    ['cut off', '{"database":"postgres://ann:hunter22@db'],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x7b]).toString('latin1')],
  ])('are refused when they are %s, without being shown', async (_what, text) => {
    const failure = await settingsFrom(text).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'invalid_config',
      message: expect.stringContaining('JSON object'),
    });
    expect(String(failure)).not.toContain('hunter22');
  });
});

describe('the site', () => {
  const SqlSettings = { DataSource: 'host=db user=ann' };

  it.each<[string, boolean, object, unknown]>([
    ['of one server', false, {}, { Features: { Cluster: true } }],
    ['of a cluster', true, { Enable: true }, { Features: { Cluster: true } }],
    ['of a cluster without a licence', false, { Enable: true }, null],
    ['of a cluster with a licence for other things', false, { Enable: true }, { Features: { LDAP: true } }],
  ])('%s carries events from node to node: %s', async (_which, isCluster, ClusterSettings, licence) => {
    expect(await siteFrom({ SqlSettings, ClusterSettings }, licence)).toMatchObject({ isCluster });
  });

  it('is read whatever other versions of Mattermost add, leave out or change besides', async () => {
    const site = {
      driver: 'postgres',
      dataSource: SqlSettings.DataSource,
      isCluster: false,
      locale: '',
      url: '',
    };
    const newer = {
      SqlSettings: { ...SqlSettings, DriverName: 'postgres', Replicas: [{ Name: 'a' }] },
      ClusterSettings: { ClusterName: 'c', Enable: false, Gossip: { Key: 7 } },
      LocalizationSettings: { DefaultClientLocale: ['en'], Fallback: {} },
      AgentSettings: { Enable: true, Models: [{ Name: 'a', Limit: 1.5 }] },
    };
    expect(await siteFrom({ SqlSettings })).toEqual(site);
    expect(await siteFrom(newer)).toEqual(site);
  });

  it('on another database can be used with a Database of our own, and not without', async () => {
    const site = await siteFrom({ SqlSettings: { ...SqlSettings, DriverName: 'mysql' } });
    expect(() => databaseOfSite(site)).toThrow(
      /uses the database "mysql"; expected PostgreSQL. Set Database/,
    );
  });

  it.each([{}, { SqlSettings: { DataSource: 7 } }])(
    'whose configuration is %j is refused',
    async (config) => {
      await expect(siteFrom(config)).rejects.toMatchObject({ code: 'invalid_config' });
    },
  );
});
