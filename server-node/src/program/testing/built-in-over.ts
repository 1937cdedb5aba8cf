import { NO_COLLEAGUES } from '../../callers/colleagues.ts';
import type { Clock } from '../../shared/time.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import type { TodoStore } from '../../todos/ports.ts';
import { makeBuiltInProgram, type BuiltInDeps } from '../built-in/make-built-in-program.ts';
import { makeDeliveries } from '../make-deliveries.ts';
import type { TodoProgram } from '../ports.ts';
import { clockOf, NO_CHANNELS, NO_SETTINGS } from './people.ts';

/** The built-in program, where nobody is known, sets anything, or has anything in channels. */
export const builtInOver = (store: TodoStore, now: Clock, more: Partial<BuiltInDeps> = {}): TodoProgram =>
  makeBuiltInProgram({
    acts: makeActs({ store, now, newId: makeNewId(now) }),
    deliveries: makeDeliveries(store, now),
    ...{ clockOf, settings: NO_SETTINGS, colleagues: NO_COLLEAGUES, recipients: NO_CHANNELS, now },
    ...more,
  });
