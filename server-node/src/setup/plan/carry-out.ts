import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { botRecord, commandRecord, webhookRecord, type WebhookRecord } from '../admin/site-records.ts';
import type { RestCall } from '../../mattermost/rest/rest-call.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import type { Clock } from '../../shared/time.ts';
import { withSettings, writeSettingsFile } from '../settings-file.ts';
import { boundToken, isGoodPlace, isGoodToken } from './bound-token.ts';
import { tokenIsOf } from './observe.ts';
import type { Observed } from './observed.ts';
import { createToken, endNote } from './create-token.ts';
import { describeStep, type Step } from './step.ts';
import type { Wanted } from './wanted.ts';
import { wantedIntegrations } from './wanted-integrations.ts';
import { settingsToWrite, type MadeTokens } from './wanted-settings.ts';

export interface CarryOutDeps {
  call: RestCall;
  now: Clock;
  /** One line, without secrets, before each step. */
  say(line: string): void;
}

const PICTURE = new URL('../../../../assets/bot.png', import.meta.url);

/**
 * Does the steps in their order. Tokens made on the way are written to the settings file even when a later step
 * fails: Mattermost shows a token once.
 */
export async function carryOut(
  steps: readonly Step[],
  observed: Observed,
  wanted: Wanted,
  deps: CarryOutDeps,
): Promise<void> {
  const run = makeRun(observed, wanted, deps);
  const last = steps.find((step) => step.act === 'write_settings');
  try {
    for (const step of steps.filter((one) => one !== last)) await run.take(step);
  } finally {
    if (last !== undefined) await run.take(last);
  }
}

function makeRun(observed: Observed, wanted: Wanted, { call, now, say }: CarryOutDeps) {
  let botId = observed.account.kind === 'bot' ? observed.account.userId : '';
  let botToken: MadeTokens['bot'];
  const commands: string[] = [];
  const webhooks: string[] = [];
  const { command, webhook, webhookUrl } = wantedIntegrations(observed, wanted);
  const send = <T>(method: string, path: string, body: unknown, schema: z.ZodType<T>) =>
    callJson(call, { method, path: `/api/v4${path}`, body: JSON.stringify(body) }, schema);

  const leaveOut = (what: string) => say(`leave out ${what}: it is not 26 small letters and digits`);

  /** Mattermost empties what is left out, the token too. */
  const putWebhook = async ({ creator_id: _creator, ...hook }: WebhookRecord, changed: object) => {
    await send('PUT', `/hooks/outgoing/${hook.id}`, { ...hook, ...changed }, webhookRecord);
  };

  const acts: { [Act in Step['act']]: (step: Extract<Step, { act: Act }>) => Promise<void> } = {
    async create_bot({ bot }) {
      const body = {
        username: bot,
        display_name: 'Todo',
        description: 'Keeps to-dos: type /todo, or use the sidebar.',
      };
      botId = (await send('POST', '/bots', body, botRecord)).user_id;
    },
    enable_bot: async () => void (await send('POST', `/bots/${botId}/enable`, {}, botRecord)),
    set_picture: () => sendPicture(call, botId),
    async create_token({ replaces }) {
      // The token of a bot that was disabled works again.
      if (replaces !== 'an_ending_one' && (await tokenIsOf(call, observed.settings, botId))) return;
      const days = observed.config.ServiceSettings.MaximumPersonalAccessTokenLifetimeDays;
      const { token, id, expires_at: end } = await createToken(call, botId, days, now());
      if (!isGoodToken(token)) return leaveOut('the access token of the bot');
      botToken = { token, id: isGoodToken(id) ? id : '' };
      if (end !== 0) say(endNote(end, days));
    },
    async join_team({ teamId }) {
      await send('POST', `/teams/${teamId}/members`, { team_id: teamId, user_id: botId }, z.unknown());
    },
    async join_channel({ channelId }) {
      await send('POST', `/channels/${channelId}/members`, { user_id: botId }, z.unknown());
    },
    async create_command({ teamId }) {
      const body = { team_id: teamId, ...command };
      const { token } = await send('POST', '/commands', body, commandRecord);
      if (isGoodToken(token)) commands.push(token);
      else leaveOut('the token of the new slash command');
    },
    async update_command({ id, teamId }) {
      await send('PUT', `/commands/${id}`, { id, team_id: teamId, ...command }, commandRecord);
    },
    async create_webhook({ teamId, channelId }) {
      const body = { team_id: teamId, channel_id: channelId, ...webhook };
      const hook = await send('POST', '/hooks/outgoing', body, webhookRecord);
      if (isGoodToken(hook.token) && isGoodPlace(hook)) webhooks.push(boundToken(hook));
      else leaveOut('the token of the new outgoing webhook');
    },
    update_webhook: ({ hook }) => putWebhook(hook, webhook),
    move_webhook: ({ hook }) => putWebhook(hook, { callback_urls: [webhookUrl] }),
    async write_settings({ path }) {
      const made = { commands, webhooks, ...(botToken === undefined ? {} : { bot: botToken }) };
      const values = settingsToWrite(observed, wanted, made);
      await writeSettingsFile(path, withSettings(observed.settings.text, values));
    },
  };
  return {
    async take(step: Step): Promise<void> {
      say(describeStep(step));
      await (acts[step.act] as (one: Step) => Promise<void>)(step);
    },
  };
}

async function sendPicture(call: RestCall, botId: string): Promise<void> {
  const form = new FormData();
  form.set('image', new Blob([await readFile(PICTURE)], { type: 'image/png' }), 'bot.png');
  const encoded = new Response(form);
  const headers = { 'Content-Type': encoded.headers.get('Content-Type') ?? 'multipart/form-data' };
  await call({ method: 'POST', path: `/api/v4/users/${botId}/image`, headers, body: await encoded.bytes() });
}
