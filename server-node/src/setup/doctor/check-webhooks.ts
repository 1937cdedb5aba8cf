import { hookToken } from '../../callers/hook-token.ts';
import { z } from 'zod';
import { readIfThere, readPages } from '../admin/read-pages.ts';
import {
  channelRecord,
  teamRecord,
  userRecord,
  webhookRecord,
  type WebhookRecord,
} from '../admin/site-records.ts';
import { cutTriggerWord } from '../../messages/cut-trigger-word.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import type { Check, DoctorContext } from './doctor-context.ts';
import { fault, NEEDS_ADMIN, notChecked, ok, oneForEachCause, type Finding } from './finding.ts';
import { makersOf } from './makers.ts';
import { selectWebhooks, type OurWebhook } from './select-webhooks.ts';

/** The outgoing webhooks that lead to us: token known, the bot there to answer, the backend at their address. */
export const checkWebhooks: Check = async (context) => {
  const { admin } = context;
  if (admin === undefined) return [notChecked('webhooks', NEEDS_ADMIN)];
  const hooks = await readPages(admin.call, '/api/v4/hooks/outgoing', webhookRecord);
  const makers = await makersOf(admin.call, context.bot);
  const ownUrls = [context.siteUrl, context.config.http.integrations?.url].filter((url) => url !== undefined);
  const isKnown = (hook: WebhookRecord) => hasToken(context, hook);
  const { ours, others } = selectWebhooks(hooks, makers, { ownUrls, isKnown });
  if (ours.length === 0)
    return [
      ok(
        'webhooks',
        `There is none: "todo ..." in a channel is not for the bot. Setup makes them with --webhook.${others}`,
      ),
    ];
  const findings: Finding[] = [];
  for (const hook of ours) findings.push(await webhookFinding(context, hook, admin.call));
  const faults = oneForEachCause(findings);
  return faults.length > 0
    ? faults
    : [
        ok(
          'webhooks',
          `${ours.length} known to the backend, which answers at their address; the bot is in each channel.${others}`,
        ),
      ];
};

async function webhookFinding(
  context: DoctorContext,
  { hook, url }: OurWebhook,
  call: DoctorContext['bot'],
): Promise<Finding> {
  const name = await nameOf(hook, call);
  if (!hasToken(context, hook)) {
    return fault(
      'webhooks',
      `${name}: the settings lack its token.`,
      'run setup again, then restart the backend.',
    );
  }
  const strange = hook.trigger_words.filter(
    (word) => cutTriggerWord(word, context.config.triggerWords) !== '',
  );
  if (strange.length > 0 || hook.trigger_words.length === 0) {
    const words = strange.length > 0 ? `the trigger words ${strange.join(', ')}` : 'no trigger words';
    return fault(
      'webhooks',
      `${name} has ${words}; the settings have ${context.config.triggerWords.join(', ')}, and messages with others are refused.`,
      'add the words to TODO_TRIGGER_WORDS and restart the backend, or change the webhook in Integrations.',
    );
  }
  if (hook.channel_id !== '' && !(await isBotIn(context, hook.channel_id, call))) {
    return fault(
      'webhooks',
      `${name}: the bot is not in that channel and cannot answer.`,
      'invite the bot to it, or run setup with --webhook.',
    );
  }
  return (await refusesWrongToken(context, url))
    ? ok('webhooks', url)
    : fault(
        'webhooks',
        `${name}: the backend does not answer at ${url}, as seen from here.`,
        'see to the proxy, or run setup again: it corrects the address.',
      );
}

/** With the ids, which the settings and the API go by. */
async function nameOf({ channel_id, team_id }: WebhookRecord, call: DoctorContext['bot']): Promise<string> {
  const team = await readIfThere(call, `/api/v4/teams/${team_id}`, teamRecord);
  const inTeam = `team ${team === undefined ? team_id : `${team.name} (${team_id})`}`;
  if (channel_id === '') return `The webhook of all channels of ${inTeam}`;
  const channel = await readIfThere(call, `/api/v4/channels/${channel_id}`, channelRecord);
  const shown = channel === undefined ? channel_id : `~${channel.name} (${channel_id})`;
  return `The webhook of ${shown} in ${inTeam}`;
}

async function isBotIn(
  { bot }: DoctorContext,
  channelId: string,
  call: DoctorContext['bot'],
): Promise<boolean> {
  const me = await callJson(bot, { method: 'GET', path: '/api/v4/users/me' }, userRecord);
  const path = `/api/v4/channels/${channelId}/members/${me.id}`;
  return (await readIfThere(call, path, z.object({ user_id: z.string() }))) !== undefined;
}

const hasToken = ({ config }: DoctorContext, { token }: WebhookRecord): boolean =>
  config.mattermost.webhookTokens.some((entry) => hookToken(entry).token === token);

/** Only the backend refuses a wrong token in this way, and it does nothing else then. */
export async function refusesWrongToken(
  { fetch }: Pick<DoctorContext, 'fetch'>,
  url: string,
): Promise<boolean> {
  const init: RequestInit = {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: 'doctor' }),
  };
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  const body: unknown = await response?.json().catch(() => undefined);
  return z.object({ code: z.literal('wrong_token') }).safeParse(body).success;
}
