import type { MeView } from '@todo-node/server/contract/api';

/** What fits, until the backend has said its own limits; in characters. */
export const USUAL_LIMITS: MeView['limits'] = { textLength: 4_000, notesLength: 16_000 };
