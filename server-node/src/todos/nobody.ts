import type { UserId } from '../shared/ids.ts';

/** Stands where a change needs a person and nobody made it. Shaped like an id of Mattermost; nobody has it. */
export const NOBODY = 'nobody00000000000000000000' as UserId;
