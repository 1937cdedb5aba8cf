import { RestError } from '../../mattermost/rest/rest-error.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import { botRecord, userRecord, type UserRecord } from '../admin/site-records.ts';
import type { Check, DoctorContext } from './doctor-context.ts';
import { fault, ok, type Finding } from './finding.ts';
import { tokenFinding, whyRefused } from './token-end.ts';
import { teamsOfBot } from './where-bot-is.ts';

const AGAIN =
  'run setup again: it enables the bot, makes a new token and writes it to the settings; then restart the backend.';

/** The bot's token, its account and its teams. */
export const checkBot: Check = async (context) => {
  const me = await whoAmI(context);
  if (me === undefined) {
    return [fault('token', `Mattermost refuses the bot's token: ${await whyRefused(context)}.`, AGAIN)];
  }
  return [await tokenFinding(context, me), await botFinding(context, me), await teamsFinding(context)];
};

async function whoAmI({ bot }: DoctorContext): Promise<UserRecord | undefined> {
  try {
    return await callJson(bot, { method: 'GET', path: '/api/v4/users/me' }, userRecord);
  } catch (error) {
    if (error instanceof RestError && error.status === 401) return undefined;
    throw error;
  }
}

async function botFinding({ admin }: DoctorContext, me: UserRecord): Promise<Finding> {
  if (!me.is_bot) {
    return fault(
      'bot',
      `@${me.username} is a person, not a bot.`,
      'run setup with an empty MATTERMOST_BOT_TOKEN_TODO, and revoke that token.',
    );
  }
  if (admin === undefined) return ok('bot', `@${me.username} is a bot and enabled.`);
  const bot = await callJson(
    admin.call,
    { method: 'GET', path: `/api/v4/bots/${me.id}?include_deleted=true` },
    botRecord,
  );
  const owner = await callJson(
    admin.call,
    { method: 'GET', path: `/api/v4/users/${bot.owner_id}` },
    userRecord,
  );
  if (owner.delete_at === 0)
    return ok('bot', `@${me.username} is a bot, enabled, and belongs to @${owner.username}, who is active.`);
  return fault(
    'bot',
    `@${me.username} (${me.id}) belongs to @${owner.username} (${owner.id}), whose account is deactivated.`,
    `give it to another administrator: POST /api/v4/bots/${me.id}/assign/<id of that administrator>.`,
  );
}

async function teamsFinding({ bot }: DoctorContext): Promise<Finding> {
  const teams = await teamsOfBot(bot);
  if (teams.length === 0)
    return fault('teams', 'The bot is in no team.', 'run setup with --team NAME or --all-teams.');
  return ok('teams', `The bot is in ${teams.map(({ name }) => name).join(', ')}.`);
}
