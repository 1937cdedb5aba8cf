import type { Command } from '../site/records.ts';
import type { Site } from '../site/site.ts';

export const commandsOf = (site: Site, teamId: string): Command[] =>
  [...site.world.commands.values()].filter(({ team_id }) => team_id === teamId);
