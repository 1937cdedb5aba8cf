import type { SettingsSource } from '../../config/given-values.ts';
import type { Clock } from '../../shared/time.ts';

export interface DoctorDeps {
  source: SettingsSource;
  now: Clock;
  fetch: typeof globalThis.fetch;
  say(line: string): void;
}
