import { z } from 'zod';
import { RestError } from '../../mattermost/rest/rest-error.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import { commandRecord, configRecord, type TeamRecord } from '../admin/site-records.ts';
import { isCommandPath, TRIGGER } from '../plan/wanted.ts';
import type { Check, DoctorContext } from './doctor-context.ts';
import { fault, oneForEachCause, notChecked, ok, type Finding } from './finding.ts';
import { teamsOfBot, townSquareOf } from './where-bot-is.ts';

/** Sends `/todo help` in each team of the bot, as the bot: Mattermost asks the backend, and only the bot sees the answer. */
export const checkCommands: Check = async (context) => {
  const teams = await teamsOfBot(context.bot);
  if (teams.length === 0) return [notChecked('commands', 'the bot is in no team')];
  const findings: Finding[] = [];
  for (const team of teams) findings.push(await commandFinding(context, team));
  const faults = oneForEachCause(findings);
  return faults.length > 0
    ? faults
    : [
        ok(
          'commands',
          `/todo help is answered by the backend in ${teams.map(({ name }) => name).join(', ')}.`,
        ),
      ];
};

async function commandFinding(context: DoctorContext, team: TeamRecord): Promise<Finding> {
  try {
    const text = await tryHelp(context, team);
    if (/\bexplain\b/.test(text)) return ok('commands', team.name);
    return fault(
      'commands',
      `In ${team.name} something else answers /todo.`,
      'remove the other plugin or slash command /todo.',
    );
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    if (error.status === 404) {
      return fault(
        'commands',
        `${team.name} has no slash command /todo.`,
        'run setup with --team and the name of each such team, then restart the backend.',
      );
    }
    return failureFinding(context, team, error);
  }
}

async function tryHelp({ bot }: DoctorContext, team: TeamRecord): Promise<string> {
  const channel = await townSquareOf(bot, team);
  const body = JSON.stringify({ channel_id: channel.id, team_id: team.id, command: '/todo help' });
  const answer = z.object({ text: z.string().default('') });
  return (await callJson(bot, { method: 'POST', path: '/api/v4/commands/execute', body }, answer)).text;
}

/** Mattermost does not say why; an administrator may see the one reason that can be told from here. */
async function failureFinding(
  { admin, config }: DoctorContext,
  team: TeamRecord,
  error: RestError,
): Promise<Finding> {
  const saw = `In ${team.name} Mattermost cannot run /todo (${error.message}).`;
  const allow =
    'name the host of that address in ServiceSettings.AllowedUntrustedInternalConnections if it is internal';
  if (admin === undefined) {
    return fault('commands', saw, `run setup again and restart the backend; if that is not it, ${allow}.`);
  }
  const path = `/api/v4/commands?team_id=${team.id}&custom_only=true`;
  const commands = await callJson(admin.call, { method: 'GET', path }, z.array(commandRecord));
  const ours = commands.find(({ trigger, url }) => trigger === TRIGGER && isCommandPath(url));
  if (ours !== undefined && !config.mattermost.commandTokens.includes(ours.token)) {
    const lacking = `The settings lack the token of /todo of ${team.name}.`;
    return fault('commands', lacking, 'run setup again, then restart the backend.');
  }
  if (ours !== undefined && ours.method !== 'P') {
    const byGet = `The slash command /todo of ${team.name} is set up with GET, which writes its token into the logs of proxies.`;
    return fault('commands', byGet, 'run setup again, and renew the token in Integrations first.');
  }
  const { ServiceSettings } = await callJson(
    admin.call,
    { method: 'GET', path: '/api/v4/config' },
    configRecord,
  );
  const allowed = ServiceSettings.AllowedUntrustedInternalConnections;
  const address = `The command goes to ${ours?.url ?? 'an address that is not ours'}; allowed internal hosts: "${allowed}".`;
  return fault(
    'commands',
    `${saw} ${address}`,
    `${allow}; else restart the backend, which knows only the tokens it started with.`,
  );
}
