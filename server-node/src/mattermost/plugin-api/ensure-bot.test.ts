import { describe, expect, it } from '@jest/globals';
import { ApiError } from 'mattermost-plugin-host';
import { ensureBot, type BotApi } from './ensure-bot.ts';

const taken = () => new ApiError('EnsureBotUser', { StatusCode: 0, Message: 'username is taken' });
const missing = () => new ApiError('GetBot', { StatusCode: 404 });

/** An EnsureBotUser that answers one thing after the other; ids that begin with "bot" are those of bots. */
function play(...answers: (string | Error)[]): BotApi {
  return {
    async EnsureBotUser() {
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) as string | Error;
      if (typeof answer !== 'string') throw answer;
      return answer;
    },
    async GetBot(id) {
      if (!id.startsWith('bot')) throw missing();
      return { UserId: id } as never;
    },
  };
}

describe('the account of the bot', () => {
  it.each<[string, (string | Error)[]]>([
    ['is made or found', ['bot1']],
    ['is found when another node has just made it', [taken(), 'bot1']],
    ['is awaited while another node has made half of it', ['person', 'bot1']],
  ])('%s', async (_how, answers) => {
    expect(await ensureBot(play(...answers))).toEqual({ userId: 'bot1', username: 'todo' });
  });

  it.each<[string, string | Error]>([
    ['Mattermost refuses the name', taken()],
    ['Mattermost hands over the account of a person', 'person'],
  ])('is never that of a person: when %s', async (_when, answer) => {
    await expect(ensureBot(play(answer))).rejects.toMatchObject({
      code: 'invalid_config',
      message: expect.stringMatching(/@todo could not be made.*rename that account/),
    });
  });

  it('is not guessed when Mattermost is in trouble', async () => {
    const api = { ...play('bot1'), GetBot: () => Promise.reject(new Error('timeout')) };
    await expect(ensureBot(api)).rejects.toThrow('timeout');
  });
});
