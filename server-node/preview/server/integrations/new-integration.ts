import { newId } from '../site/ids.ts';
import type { Integration } from '../site/records.ts';

/** The part of a new slash command or outgoing webhook that Mattermost gives it. */
export const newIntegration = (creatorId: string, now: number): Integration => ({
  id: newId(),
  token: newId(),
  create_at: now,
  update_at: now,
  delete_at: 0,
  creator_id: creatorId,
});

/** The old token is worth nothing from then on. */
export const renewToken = <T extends Integration>(integration: T, now: number): T =>
  Object.assign(integration, { token: newId(), update_at: now });
