import { expect, it } from '@jest/globals';
import type { SiteContext } from './doctor-context.ts';
import { checkCounts } from './check-counts.ts';

const counts = (people: number, teams: number, posts: number) => [
  { name: 'unique_user_count', value: people },
  { name: 'team_count', value: teams },
  { name: 'channel_open_count', value: 2 },
  { name: 'post_count', value: posts },
];

async function saw(standard: object[], days: object[] = []): Promise<unknown> {
  const call = async ({ path }: { path: string }) => {
    const rows = path.endsWith('standard') ? standard : days;
    return { status: 200, headers: {}, body: Buffer.from(JSON.stringify(rows)) };
  };
  return checkCounts({ admin: { call } } as unknown as SiteContext, []);
}

it.each([
  [counts(1, 1, 1), [], '1 person, 1 team, 2 public channels, 1 post.'],
  [
    counts(1_200, 3, 45_000),
    [{ name: '2026-11-28', value: 1 }],
    '1,200 people, 3 teams, 2 public channels, 45,000 posts; 1 post on 2026-11-28.',
  ],
  [
    counts(4, 2, 0),
    [],
    '4 people, 2 teams, 2 public channels, posts not counted yet, which Mattermost does once a day.',
  ],
  [counts(-1, 2, 9), [], 'people not counted, 2 teams, 2 public channels, 9 posts.'],
  [[], [], 'people not counted, teams not counted, public channels not counted, posts not counted.'],
])('counts what Mattermost counts, and finds no fault in it', async (standard, days, sentence) => {
  expect(await saw(standard, days)).toEqual([{ link: 'counts', outcome: 'ok', saw: sentence }]);
});
