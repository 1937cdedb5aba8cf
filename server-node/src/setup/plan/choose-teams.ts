import type { ObservedTeam } from './observed.ts';
import type { Wanted } from './wanted.ts';

/**
 * The teams to set up: those asked for and those of the webhooks. When none is asked for: those that the bot is in,
 * and on the first run the only team there is, since a bot should not turn up in a hundred teams unasked.
 */
export function chooseTeams(
  teams: readonly ObservedTeam[],
  { teams: asked, webhooks }: Pick<Wanted, 'teams' | 'webhooks'>,
): { chosen: ObservedTeam[]; faults: string[] } {
  if (asked === 'all') return { chosen: [...teams], faults: [] };
  const names = new Set([...asked, ...webhooks.map(({ team }) => team)]);
  const unknown = [...names].filter((name) => !teams.some((team) => team.name === name));
  const chosen = teams.filter((team) => names.has(team.name) || (asked.length === 0 && team.botIsMember));
  if (chosen.length + unknown.length > 0)
    return { chosen, faults: unknown.map((name) => noTeam(name, teams)) };
  if (teams.length === 1) return { chosen: [...teams], faults: [] };
  return {
    chosen: [],
    faults: [`Say which teams: --team NAME (several times if need be) or --all-teams. ${known(teams)}`],
  };
}

const noTeam = (name: string, teams: readonly ObservedTeam[]): string =>
  `There is no team "${name}"; a team's name is the first part of its address. ${known(teams)}`;

const known = (teams: readonly ObservedTeam[]): string =>
  teams.length === 0
    ? 'This Mattermost has no team yet: make one first.'
    : `There are: ${teams
        .slice(0, 20)
        .map(({ name }) => name)
        .join(', ')}${teams.length > 20 ? ', …' : ''}.`;
