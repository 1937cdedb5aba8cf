import { z } from 'zod';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import type { SiteCheck, SiteContext } from './doctor-context.ts';
import { NEEDS_ADMIN, notChecked, ok } from './finding.ts';

const rows = z.array(z.object({ name: z.string(), value: z.number() })).nullable();

/** What Mattermost counts, to see that this is the site one means. -1: too many people for counting. */
export const checkCounts: SiteCheck = async ({ admin }) => {
  if (admin === undefined) return [notChecked('counts', NEEDS_ADMIN)];
  const standard = await analytics(admin.call, 'standard');
  const [day] = await analytics(admin.call, 'post_counts_day');
  const of = (name: string) => standard.find((row) => row.name === name)?.value ?? '?';
  const latest = day === undefined ? '' : `; ${day.value} posts on ${day.name}`;
  return [
    ok(
      'counts',
      `${of('unique_user_count')} people, ${of('team_count')} teams, ${of('channel_open_count')} public channels, ${of('post_count')} posts${latest}.`,
    ),
  ];
};

async function analytics(call: SiteContext['anyone'], name: string) {
  return (await callJson(call, { method: 'GET', path: `/api/v4/analytics/old?name=${name}` }, rows)) ?? [];
}
