import { newUser } from '../../preview/server/people/new-user.ts';
import { openSession } from '../../preview/server/people/sessions.ts';
import { joinTeam } from '../../preview/server/teams/join-team.ts';
import type { StandIn } from '../../preview/start-stand-in.ts';

/** People of the seeded team who are signed in. @returns their sessions' tokens */
export function addPeople({ site, seed }: StandIn, count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const user = newUser({ username: `person-${n}` }, site.now());
    site.world.users.set(user.id, user);
    joinTeam(site, seed.team, user);
    return openSession(site, user).token;
  });
}
