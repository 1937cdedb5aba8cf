import type { SettingsSource } from '../../config/given-values.ts';
import type { Resolve } from '../resolve-host.ts';
import type { Clock } from '../../shared/time.ts';

export interface DoctorDeps {
  source: SettingsSource;
  now: Clock;
  fetch: typeof globalThis.fetch;
  resolve: Resolve;
  say(line: string): void;
}
