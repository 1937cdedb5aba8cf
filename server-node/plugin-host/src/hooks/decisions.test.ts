import { describe, expect, it } from '@jest/globals';

import { inProcess } from '../../test/host/in-process.ts';
import { withGoName } from '../gob/go-named.ts';
import type { HookName } from './hook-server.ts';
import type { Plugin } from './plugin.ts';

const EDITED = { Id: 'p', Message: 'rude', Props: { a: 'b' }, UserId: 'alice' };
const MEMBER = { ChannelId: 'c', UserId: 'alice', NotifyProps: { desktop: 'all' }, SchemeUser: true };
const CHANNEL = { Id: 'c', Name: 'new', Header: 'h', Props: {}, PolicyActions: {}, Discoverable: true };
const OLD = { Id: 'c', Name: 'old' };
const DRAFT = { UserId: 'alice', Message: 'rude', Props: {}, FileIds: ['f'], Priority: {} };
const PUSH = { Message: 'Alice: secret', Badge: 3, PostId: 'p' };
const MAIL = { PostId: 'p', EmailNotificationContent: { Subject: 'S', Title: 'T' } };
const BOOM = withGoName({ Code: 0, Err: 'boom' }, '*plugin.ErrorString');
const boom = () => {
  throw new Error('boom');
};

/** What Mattermost gets when the hook's handler gives (or throws) this. */
async function reply(name: HookName, args: unknown[], handler: (...given: never[]) => unknown) {
  const { mattermost, logged } = inProcess(() => ({ [name]: handler }) as Plugin);
  await mattermost.activate();
  const answer = await mattermost.hook(name, ...args);
  mattermost.close();
  return { answer, logged };
}

describe('what a handler decides, as Mattermost is told', () => {
  it.each<[string, HookName, unknown[], unknown, object]>([
    ['nothing lets a post pass', 'MessageWillBePosted', [{}, EDITED], undefined, {}],
    ['a string refuses a post', 'MessageWillBePosted', [{}, EDITED], 'too rude', { B: 'too rude' }],
    [
      'fields replace those of a post',
      'MessageWillBePosted',
      [{}, EDITED],
      { Message: 'x' },
      { A: { ...EDITED, Message: 'x' } },
    ],
    ['nothing lets an edit pass', 'MessageWillBeUpdated', [{}, EDITED, {}], undefined, { A: EDITED }],
    [
      'an edit keeps what was not replaced',
      'MessageWillBeUpdated',
      [{}, EDITED, {}],
      { Message: 'x' },
      { A: { ...EDITED, Message: 'x' } },
    ],
    ['a string refuses an edit', 'MessageWillBeUpdated', [{}, EDITED, {}], 'no', { B: 'no' }],
    ['nothing leaves a push alone', 'NotificationWillBePushed', [PUSH, 'u'], undefined, {}],
    [
      'a push keeps what was not replaced',
      'NotificationWillBePushed',
      [PUSH, 'u'],
      { Message: 'x' },
      { A: { ...PUSH, Message: 'x' } },
    ],
    [
      'a mail keeps what was not replaced',
      'EmailNotificationWillBeSent',
      [MAIL],
      { Title: 'x' },
      { A: { Subject: 'S', Title: 'x' } },
    ],
    ['nothing lets a member in', 'ChannelMemberWillBeAdded', [{}, MEMBER], undefined, {}],
    [
      'a member keeps what was not replaced',
      'ChannelMemberWillBeAdded',
      [{}, MEMBER],
      { Roles: 'x' },
      { A: { ...MEMBER, Roles: 'x' } },
    ],
    ['a string refuses a member', 'TeamMemberWillBeAdded', [{}, { UserId: 'u' }], 'no', { B: 'no' }],
    [
      'a member of a team keeps what was not replaced',
      'TeamMemberWillBeAdded',
      [{}, { TeamId: 't', UserId: 'u' }],
      { Roles: 'x' },
      { A: { TeamId: 't', UserId: 'u', Roles: 'x' } },
    ],
    ['nothing lets a channel be changed', 'ChannelWillBeUpdated', [{}, CHANNEL, OLD], undefined, {}],
    [
      'a channel keeps what was not replaced, and of its new form',
      'ChannelWillBeUpdated',
      [{}, CHANNEL, OLD],
      { Header: 'x' },
      { A: { ...CHANNEL, Header: 'x' } },
    ],
    ['a string leaves a channel as it was', 'ChannelWillBeUpdated', [{}, CHANNEL, OLD], 'no', { B: 'no' }],
    ['nothing lets a channel be archived', 'ChannelWillBeArchived', [{}, CHANNEL], undefined, {}],
    ['a text keeps a channel', 'ChannelWillBeArchived', [{}, CHANNEL], 'no', { A: 'no' }],
    ['a text leaves a channel archived', 'ChannelWillBeRestored', [{}, CHANNEL], 'no', { A: 'no' }],
    ['a text keeps a file', 'FileWillBeDownloaded', [{}, {}, 'u', 'file'], 'no', { A: 'no' }],
    ['nothing hands a file out', 'FileWillBeDownloaded', [{}, {}, '', 'public'], undefined, {}],
    ['nothing lets a draft be kept', 'DraftWillBeUpserted', [{}, DRAFT], undefined, {}],
    [
      'a draft keeps what was not replaced',
      'DraftWillBeUpserted',
      [{}, DRAFT],
      { Message: 'x' },
      { A: { ...DRAFT, Message: 'x' } },
    ],
    [
      'a scheduled post keeps what was not replaced, of its draft too',
      'ScheduledPostWillBeCreated',
      [{}, { Draft: DRAFT, Id: 's', ScheduledAt: 7 }],
      { Draft: { Message: 'x' } },
      { A: { Draft: { ...DRAFT, Message: 'x' }, Id: 's', ScheduledAt: 7 } },
    ],
    [
      'the time of a scheduled post can be replaced alone',
      'ScheduledPostWillBeCreated',
      [{}, { Draft: DRAFT, Id: 's', ScheduledAt: 7 }],
      { ScheduledAt: 8 },
      { A: { Draft: DRAFT, Id: 's', ScheduledAt: 8 } },
    ],
    ['a text keeps a person out', 'UserWillLogIn', [{}, { Id: 'u' }], 'Not today.', { A: 'Not today.' }],
    ['nothing lets a person in', 'UserWillLogIn', [{}, { Id: 'u' }], undefined, {}],
    ['a number of rows', 'RunDataRetention', [1, 100], 7, { A: 7 }],
    [
      'files',
      'GenerateSupportData',
      [{}],
      [{ Filename: 'a', Body: 'b' }],
      { A: [{ Filename: 'a', Body: Buffer.from('b') }] },
    ],
    ['yes', 'OnSharedChannelsPing', [{}], true, { A: true }],
    [
      'nothing lets a configuration be saved',
      'ConfigurationWillBeSaved',
      [{ TeamSettings: {} }],
      undefined,
      {},
    ],
  ])('%s', async (_what, name, args, given, expected) => {
    const { answer, logged } = await reply(name, args, () => given);
    expect(answer).toEqual(expected);
    expect(logged).toEqual([]);
  });

  it.each<[HookName, unknown[], object]>([
    ['ConfigurationWillBeSaved', [{ TeamSettings: {} }], { B: BOOM }],
    ['RunDataRetention', [1, 100], { B: BOOM }],
    ['GenerateSupportData', [{}], { B: BOOM }],
    ['OnSharedChannelsSyncMsg', [{}, {}], { B: BOOM }],
    ['OnSharedChannelsPing', [{}], {}],
    ['OnInstall', [{}, {}], { A: BOOM }],
    ['NotificationWillBePushed', [PUSH, 'u'], {}],
    ['EmailNotificationWillBeSent', [MAIL], {}],
    ['UserWillLogIn', [{}, {}], {}],
  ])('a failing %s is answered so that it does least harm', async (name, args, expected) => {
    const { answer, logged } = await reply(name, args, boom);
    expect(answer).toEqual(expected);
    expect(logged).toMatchObject([{ level: 'error', message: `The hook ${name} failed.` }]);
  });

  it.each<[HookName, unknown[]]>([
    ['MessageWillBePosted', [{}, {}]],
    ['MessageWillBeUpdated', [{}, EDITED, {}]],
    ['ChannelMemberWillBeAdded', [{}, MEMBER]],
    ['TeamMemberWillBeAdded', [{}, { UserId: 'u' }]],
    ['ChannelWillBeUpdated', [{}, CHANNEL, OLD]],
    ['ChannelWillBeArchived', [{}, CHANNEL]],
    ['ChannelWillBeRestored', [{}, CHANNEL]],
    ['ScheduledPostWillBeCreated', [{}, { Draft: DRAFT }]],
    ['DraftWillBeUpserted', [{}, DRAFT]],
    ['FileWillBeDownloaded', [{}, {}, 'u', 'file']],
  ])(
    'a failing %s gives no reply at all: Mattermost knows whether the channel is guarded',
    async (name, args) => {
      await expect(reply(name, args, boom)).rejects.toThrow('boom');
    },
  );
});
