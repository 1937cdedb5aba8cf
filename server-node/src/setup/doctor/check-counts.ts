import { z } from 'zod';
import { counted } from '../../program/texts/counted.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import type { SiteCheck, SiteContext } from './doctor-context.ts';
import { NEEDS_ADMIN, notChecked, ok } from './finding.ts';

const rows = z.array(z.object({ name: z.string(), value: z.number() })).nullable();

/** What Mattermost counts, to see that this is the site one means. Below 0: too many for counting. */
export const checkCounts: SiteCheck = async ({ admin }) => {
  if (admin === undefined) return [notChecked('counts', NEEDS_ADMIN)];
  const standard = await analytics(admin.call, 'standard');
  const [day] = await analytics(admin.call, 'post_counts_day');
  const of = (name: string) => standard.find((row) => row.name === name)?.value;
  const counts = [
    amount(of('unique_user_count'), 'person', 'people'),
    amount(of('team_count'), 'team', 'teams'),
    amount(of('channel_open_count'), 'public channel', 'public channels'),
    of('post_count') === 0
      ? 'posts not counted yet, which Mattermost does once a day'
      : amount(of('post_count'), 'post', 'posts'),
  ];
  const latest = day === undefined ? '' : `; ${amount(day.value, 'post', 'posts')} on ${day.name}`;
  return [ok('counts', `${counts.join(', ')}${latest}.`)];
};

function amount(count: number | undefined, one: string, many: string): string {
  if (count === undefined || count < 0) return `${many} not counted`;
  return `${counted(count)} ${count === 1 ? one : many}`;
}

async function analytics(call: SiteContext['anyone'], name: string) {
  return (await callJson(call, { method: 'GET', path: `/api/v4/analytics/old?name=${name}` }, rows)) ?? [];
}
