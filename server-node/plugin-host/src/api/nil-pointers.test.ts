import { describe, expect, it } from '@jest/globals';

import { inProcess } from '../../test/host/in-process.ts';
import type { AnyGobType } from '../gob/gob-type.ts';
import { shapeOf } from '../gob/gob-type.ts';
import { zeroMaker } from '../gob/zero-value.ts';
import { API_METHODS } from './api-methods.ts';
import type { PluginApi } from './plugin-api.ts';

type AnyCall = (...args: unknown[]) => Promise<unknown>;
type Case = readonly [keyof PluginApi, string, readonly unknown[]];

/** Every way to leave a pointer out: each struct among the arguments, and each struct in a list of them. */
const cases = Object.entries(API_METHODS).flatMap(([name, { parameters }]) =>
  parameters.flatMap((parameter: AnyGobType, at) =>
    missingPointers(parameter).map(([what, missing]): Case => {
      const args = parameters.map((other: AnyGobType, index) =>
        index === at ? missing : zeroMaker(other)(),
      );
      return [name as keyof PluginApi, `argument ${at + 1} ${what}`, args];
    }),
  ),
);

/** Where Go's own interface of 11.8 has a pointer or a list of them, counted from 1; only GetGroups bears a nil one. */
const POINTERS = `
  CreatePost 1, UpdatePost 1, SearchPostsInTeam 2, SendEphemeralPost 2, UpdateEphemeralPost 2,
  AddReaction 1, RemoveReaction 1, CreateChannel 1, UpdateChannel 1, CreateChannelSidebarCategory 3,
  UpdateChannelSidebarCategories 3, PatchChannelMembersNotifications 1, CreateTeam 1, UpdateTeam 1,
  CreateUser 1, UpdateUser 1, GetUsers 1, SearchUsers 1, HasPermissionTo 2, HasPermissionToTeam 3,
  HasPermissionToChannel 3, CreateSession 1, CreateUserAccessToken 1, EnsureBotUser 1, CreateBot 1,
  PatchBot 2, GetBots 1, RegisterCommand 1, ExecuteSlashCommand 1, CreateCommand 1, UpdateCommand 2,
  GetFileInfos 3, PublishWebSocketEvent 3, SendPushNotification 1, CreateGroup 1, UpdateGroup 1,
  UpsertGroupSyncable 1, UpdateGroupSyncable 1, CreatePropertyField 1, UpdatePropertyField 2,
  UpdatePropertyFields 2, CreatePropertyValue 1, UpdatePropertyValue 2, UpdatePropertyValues 2,
  UpsertPropertyValue 1, UpsertPropertyValues 1, ShareChannel 1, UpdateSharedChannel 1,
  ReceiveSharedChannelSyncMsg 2
`;

function missingPointers(type: AnyGobType): [string, unknown][] {
  const shape = shapeOf(type);
  if (shape.kind === 'struct')
    return [
      ['undefined', undefined],
      ['null', null],
    ];
  if (shape.kind === 'list' && shapeOf(shape.of).kind === 'struct')
    return [
      ['with a gap', [undefined]],
      ['with null', [null]],
    ];
  return [];
}

describe('a nil pointer, which could crash the whole server, never leaves', () => {
  it.each(POINTERS.split(',').map((one) => one.trim().split(' ') as [string, ...string[]]))(
    '%s takes one and is tried',
    (name, ...positions) => {
      const tried = cases.filter(([other]) => other === name).map(([, what]) => what);
      for (const at of positions) expect(tried.join()).toContain(`argument ${at} `);
    },
  );

  it.each(cases)('%s, %s', async (name, _what, args) => {
    const { mattermost, session } = inProcess(() => ({}));
    await mattermost.activate();
    await expect((session.api[name] as AnyCall)(...args)).rejects.toMatchObject({ code: 'bad_argument' });
    expect(mattermost.apiCalls).toEqual([]);
    mattermost.close();
  });
});
