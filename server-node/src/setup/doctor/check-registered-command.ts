import { z } from 'zod';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import { teamRecord } from '../admin/site-records.ts';
import { TRIGGER } from '../plan/wanted.ts';
import type { SiteCheck } from './doctor-context.ts';
import { fault, NEEDS_ADMIN, notChecked, ok } from './finding.ts';

/** A custom slash command of the same name has no tree. */
const offered = z.array(
  z.object({
    trigger: z.string(),
    autocomplete_data: z.object({ SubCommands: z.array(z.unknown()).nullish() }).nullish(),
  }),
);

/** Whether `/todo` with its verbs is offered while somebody types; it is the same in every team. */
export const checkRegisteredCommand: SiteCheck = async ({ admin }) => {
  if (admin === undefined) return [notChecked('commands', NEEDS_ADMIN)];
  const path = '/api/v4/teams?per_page=1';
  const [team] = await callJson(admin.call, { method: 'GET', path }, z.array(teamRecord));
  if (team === undefined) return [notChecked('commands', 'there is no team yet')];
  const list = `/api/v4/teams/${team.id}/commands/autocomplete`;
  const ours = (await callJson(admin.call, { method: 'GET', path: list }, offered)).find(
    ({ trigger, autocomplete_data: tree }) => trigger === TRIGGER && (tree?.SubCommands ?? []).length > 0,
  );
  if (ours !== undefined) return [ok('commands', '/todo is registered, with its verbs.')];
  const fix = `disable and enable the plugin, and delete a slash command /todo in Integrations of ${team.name}.`;
  return [fault('commands', '/todo is not the plugin’s.', fix)];
};
