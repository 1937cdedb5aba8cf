import type { AccountOf } from '../callers/account.ts';
import type { Colleagues } from '../callers/colleagues.ts';
import type { PersonClockOf } from '../callers/person-clock.ts';
import type { ManageSettings } from '../person-settings/manage-settings.ts';
import type { ProgramLists, TodoProgram } from '../program/ports.ts';
import type { Languages } from '../program/texts/languages.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Recipients } from '../reminders/ports.ts';
import type { OpenForm } from '../replies/form.ts';
import type { FindBotPost, Outbox } from '../replies/ports.ts';
import type { LivingPostReader } from '../living-posts/ports.ts';
import type { PressedPosts } from '../living-posts/pressed-posts.ts';
import type { Logger } from '../shared/logger.ts';
import type { Clock } from '../shared/time.ts';
import type { Acts } from '../todos/acts.ts';
import type { Signer } from './signer.ts';

/** What a press needs from outside. */
export interface PressDeps {
  acts: Acts;
  program: TodoProgram;
  /** `null` with the built-in program. */
  programLists: ProgramLists | null;
  clockOf: PersonClockOf;
  colleagues: Pick<Colleagues, 'checkReceiver'>;
  accountOf: AccountOf;
  settings: ManageSettings;
  recipients: Pick<Recipients, 'channelSeenBy' | 'siteUrl'>;
  languages: Pick<Languages, 'of'>;
  signer: Signer;
  findBotPost: FindBotPost;
  openForm: OpenForm;
  /** What Mattermost calls for a press; undefined when nobody knows. @throws {AppError} mattermost_unavailable */
  pressUrl(): Promise<string | undefined>;
  /** For posts that are rewritten after a form was handed in. */
  outbox: Pick<Outbox, 'add'>;
  /** Those that show by themselves what comes of a press. */
  livingPosts: Pick<LivingPostReader, 'find'>;
  pressedPosts: PressedPosts;
  metrics: Pick<Metrics, 'press'>;
  logger: Logger;
  now: Clock;
}
