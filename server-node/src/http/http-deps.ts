import type { RequestHandler } from 'express';
import type { Colleagues } from '../callers/colleagues.ts';
import type { PersonClockOf } from '../callers/person-clock.ts';
import type { Identify } from '../callers/ports.ts';
import type { FindPost } from '../callers/written-post.ts';
import type { CommandDeps } from '../commands/ports.ts';
import type { MeView } from '../contract/api.ts';
import type { ManageSettings } from '../person-settings/manage-settings.ts';
import type { Languages } from '../program/texts/languages.ts';
import type { ReadDates } from '../program/said/read-text.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { AnswerChannelMessage } from '../messages/make-answer-channel-message.ts';
import type { AnswerForm } from '../presses/make-answer-form.ts';
import type { AnswerPress } from '../presses/make-answer-press.ts';
import type { StoreMark } from '../presses/store-mark.ts';
import type { UserId } from '../shared/ids.ts';
import type { Acts } from '../todos/acts.ts';

/** The whole outside world of the HTTP layer. */
export interface HttpDeps extends CommandDeps {
  identify: Identify;
  acts: Acts;
  colleagues: Pick<Colleagues, 'checkReceiver' | 'checkAssignee' | 'findNamed'>;
  /** `null` until Mattermost was reached once. */
  bot(): MeView['bot'];
  /** For a webhook, whose delivery proves nothing. */
  findPost: FindPost;
  answerChannelMessage: AnswerChannelMessage;
  /** Whether `triggerId` proves that this person typed a command just now. @throws {AppError} mattermost_unavailable */
  isTypedBy(triggerId: string, userId: UserId): Promise<boolean>;
  answerPress: AnswerPress;
  answerForm: AnswerForm;
  languages: Languages;
  clockOf: PersonClockOf;
  personSettings: ManageSettings;
  readDates: ReadDates;
  readiness(): Promise<Readiness>;
  /** By which doctor tells this backend from another one. */
  storeMark: StoreMark;
  metrics: Metrics;
  /** `GET /events`; `null` where the host tells browsers by other means. */
  events: RequestHandler | null;
  settings: HttpSettings;
}

export interface HttpSettings {
  /** The bot's; left out where Mattermost names the bot. */
  botToken?: string;
  webhookTokens: readonly string[];
  commandTokens: readonly string[];
  webhookList: MeView['webhookList'];
  /** Where Mattermost is for this backend, with its subpath and without a slash at the end. */
  mattermostUrl: string;
  /** Whose `X-Forwarded-For` is believed, as Express's `trust proxy` takes it. */
  trustedProxies: readonly string[];
  /** What one person may ask a minute. */
  requestsPerMinute: number;
  /** One line a request; not where Mattermost, which hands them over, logs them itself. */
  logsRequests: boolean;
  /** Slash commands and webhooks come to another address, which nobody but Mattermost reaches. */
  integrationsApart: boolean;
  /** Callers bring sessions, which could be guessed at. */
  takesSessions: boolean;
}

/** For operators and load balancers: no secrets, no names. */
export interface Readiness {
  ready: boolean;
  database: 'ok' | 'away' | 'damaged';
  /** Why the database is not `ok`. */
  reason?: string;
  mattermost: 'ok' | 'away' | 'not seen yet';
  outbox: { waiting: number; oldestMs: number };
}
