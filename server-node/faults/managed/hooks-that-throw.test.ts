import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { refusal, startPlugin, type ApiAnswers, type PluginProcess } from 'mattermost-plugin-host/testing';
import { channelId, postId, userId } from '../../src/testing/people.ts';
import { add, ask, deliverWebhook, openTodos } from './stage/ask.ts';
import { asShipped } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';

const THROWING = fileURLToPath(new URL('stage/throwing-plugin.ts', import.meta.url));
const FAILS = 'This plugin fails at once.';
const TYPED = { UserId: userId('alice'), ChannelId: channelId('town'), RootId: '', TriggerId: '' };

describe('the backend, when Mattermost refuses every call it makes', () => {
  let stage: ManagedStage;
  beforeEach(async () => {
    stage = await openManagedStage({ command: await asShipped() });
    await stage.start();
  }, 120_000);
  afterEach(() => stage.close(), 30_000);

  const type = (Command: string) =>
    stage.plugin().mattermost.hook('ExecuteCommand', { RequestId: 'r' }, { ...TYPED, Command });

  it('answers all the same, says what it can, and goes on afterwards with the same process', async () => {
    const pid = stage.pid();
    const well = { ...stage.played.answers };
    stage.answer(refusingAll(well));
    expect(await type('/todo add typed')).toMatchObject({ A: { Text: 'Added: **1** typed' } });
    expect((await add(stage, 'bob', 'not now')).status).toBe(503);
    // A webhook is believed only when its post can be looked up, where it stands, and whether a bot wrote it; what was
    // believed is answered later.
    stage.answer({ ...refusingAll(well), ...lookingUp(well) });
    expect((await deliverWebhook(stage, 'postnow', 'heard')).status).toBe(200);
    stage.answer(refusingAll(well));
    await stage.plugin().mattermost.hook('OnConfigurationChange');
    expect(stage.played.posts).toEqual([]);

    stage.answer(well);
    expect((await add(stage, 'bob', 'later')).status).toBe(201);
    expect(await ask(stage, 'alice', 'GET', '/me')).toMatchObject({ status: 200 });
    expect((await openTodos(stage, 'alice')).map(({ text }) => text)).toEqual(['typed']);
    await stage.until(() => stage.played.posts.length > 0);
    expect(stage.played.posts).toMatchObject([{ RootId: postId('postnow') }]);
    expect(stage.pid()).toBe(pid);
    await stage.plugin().mattermost.ping();
  }, 60_000);
});

const lookingUp = ({ GetPost, GetChannel, GetUser }: ApiAnswers): ApiAnswers =>
  ({ GetPost, GetChannel, GetUser }) as ApiAnswers;

const refusingAll = (answers: ApiAnswers): ApiAnswers =>
  Object.fromEntries(
    Object.keys(answers).map((name) => [
      name,
      () => {
        throw refusal(500, 'app.broken', 'Broken.');
      },
    ]),
  );

describe('a plugin all of whose hooks throw', () => {
  let plugin: PluginProcess;
  beforeEach(async () => {
    plugin = await startPlugin([process.execPath, THROWING], { answers: {} });
    await plugin.mattermost.activate();
  }, 60_000);
  afterEach(() => void plugin.child.kill('SIGKILL'));

  it('leaves posts to Mattermost, answers commands in words, and stays: no hook is lost for good', async () => {
    const { mattermost } = plugin;
    for (let round = 1; round <= 20; round += 1) {
      expect(await mattermost.hook('ExecuteCommand', {}, { ...TYPED, Command: '/x' })).toMatchObject({
        A: { ResponseType: 'ephemeral', Text: expect.stringMatching(/went wrong/) },
      });
      // No answer: Mattermost lets the post pass, or refuses it in a channel that the plugin guards.
      await expect(mattermost.hook('MessageWillBePosted', {}, { Message: 'hello' })).rejects.toThrow(FAILS);
      expect(await mattermost.hook('MessageHasBeenPosted', {}, { Message: 'hello' })).toEqual({});
      expect(await mattermost.hook('OnConfigurationChange')).toMatchObject({ A: { Err: FAILS } });
      expect((await mattermost.internalRequest({ URL: '/' }, new Uint8Array(), '')).status).toBe(500);
    }
    await mattermost.ping();
    const said = mattermost.apiCalls.filter(({ method }) => method === 'LogError').map(({ args }) => args[0]);
    expect(new Set(said)).toEqual(
      new Set([
        ...['ExecuteCommand', 'MessageWillBePosted', 'MessageHasBeenPosted', 'OnConfigurationChange'].map(
          (name) => `The hook ${name} failed.`,
        ),
        'A request failed.',
        'An error was not caught.',
      ]),
    );
  }, 60_000);
});
