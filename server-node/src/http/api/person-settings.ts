import { z } from 'zod';
import type { SettingsView } from '../../contract/api.ts';
import { WEEKDAYS } from '../../contract/vocabulary.ts';
import type { PersonsSettings } from '../../person-settings/manage-settings.ts';
import { SETTING_NAMES, SETTING_SCHEMAS, type SettingName } from '../../person-settings/person-settings.ts';
import type { HttpDeps } from '../http-deps.ts';
import { endpoint } from './endpoint.ts';
import { noParams, noQuery } from './schemas.ts';

const PATH = '/me/settings';

const said = {
  zone: z.string(),
  weekStart: z.enum(WEEKDAYS),
  clock: z.union([z.literal(12), z.literal(24)]),
  remindBefore: z.union([z.number(), z.literal('off')]),
  remindAt: z.string(),
  quiet: z.union([z.object({ from: z.string(), to: z.string() }), z.literal('off')]),
  digest: z.object({ on: z.boolean(), at: z.string(), days: z.array(z.enum(WEEKDAYS)) }),
  requests: z.enum(['all', 'off']),
  blocked: z.array(z.string()),
  reaction: z.string(),
  tellThread: z.enum(['on', 'off']),
} satisfies Record<SettingName, z.ZodType>;
const settingsView = z
  .object({ own: z.object(said).partial(), inEffect: z.object(said), version: z.number() })
  .meta({ id: 'Settings' });

const { zone, weekStart, clock, remindBefore, remindAt, quiet, digest, requests, blocked } = SETTING_SCHEMAS;
const { reaction, tellThread } = SETTING_SCHEMAS;
const patchBody = z.strictObject({
  zone: zone.nullish(),
  weekStart: weekStart.nullish(),
  clock: clock.nullish(),
  remindBefore: remindBefore.nullish(),
  remindAt: remindAt.nullish(),
  quiet: quiet.nullish(),
  digest: digest.nullish(),
  requests: requests.nullish(),
  blocked: blocked.nullish(),
  reaction: reaction.nullish(),
  tellThread: tellThread.nullish(),
} satisfies Record<SettingName, z.ZodType>);

export const makeGetSettings = ({ personSettings }: HttpDeps) =>
  endpoint({
    method: 'get',
    path: PATH,
    summary: 'What the caller has set, and what holds for them with the defaults and what Mattermost says.',
    params: noParams,
    query: noQuery,
    body: null,
    status: 200,
    answer: settingsView,
    handle: async ({ caller }) => ({ body: viewOf(await personSettings.of(caller.userId)) }),
  });

export const makeEditSettings = ({ personSettings }: HttpDeps) =>
  endpoint({
    method: 'patch',
    path: PATH,
    summary: 'Sets some of the settings of the caller; `null` takes away what was set.',
    params: noParams,
    query: noQuery,
    body: patchBody,
    status: 200,
    answer: settingsView,
    handle: async ({ caller, body }) => ({
      body: viewOf(await personSettings.change(caller.userId, body)),
    }),
  });

/** Names that another version keeps as well are not shown. */
function viewOf({ own, inEffect, version }: PersonsSettings): SettingsView {
  const shown = Object.fromEntries(SETTING_NAMES.map((name) => [name, inEffect[name]]));
  return { own, inEffect: shown as unknown as SettingsView['inEffect'], version } as SettingsView;
}
