import { randomBytes } from 'node:crypto';
import { ask, logIn, type RealPerson } from './real-mattermost.ts';

/** Runs `act` with somebody new in the administrator's team, whose list is empty; deactivates them afterwards. */
export async function withNewPerson<T>(
  admin: RealPerson,
  act: (person: RealPerson) => Promise<T>,
): Promise<T> {
  const username = `bench-${randomBytes(6).toString('hex')}`;
  const password = `Aa1-${randomBytes(12).toString('hex')}`;
  const email = `${username}@bench.invalid`;
  const { id } = await ask<{ id: string }>(admin, 'POST', '/api/v4/users', { username, password, email });
  try {
    const { teamId } = admin;
    await ask(admin, 'POST', `/api/v4/teams/${teamId}/members`, { team_id: teamId, user_id: id });
    return await act(await logIn(admin.url, username, password));
  } finally {
    await ask(admin, 'DELETE', `/api/v4/users/${id}`);
  }
}
