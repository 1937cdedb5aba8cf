import type { WakeUpHandler, WakeUpHandlers } from '../handler.ts';
import { WAKE_UP_KINDS } from '../wake-up.ts';

/** One handler for wake-ups of every kind. */
export const forAllKinds = (handler: WakeUpHandler): WakeUpHandlers =>
  Object.fromEntries(WAKE_UP_KINDS.map((kind) => [kind, handler])) as WakeUpHandlers;
