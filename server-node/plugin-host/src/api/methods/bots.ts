import { bool, list, string } from '../../gob/gob-type.ts';
import { bot, botGetOptions, botPatch } from '../../model/people.ts';
import { method, nothing } from '../method.ts';

export const BOTS = {
  /**
   * `(bot)` gives the bot's user id. May be called at every start. Another username renames the remembered bot; a
   * name that a person has is refused.
   */
  EnsureBotUser: method([bot], string, 'error'),
  /** `(bot)` */
  CreateBot: method([bot], bot, 'appError'),
  /** `(botUserId, botPatch)`. Null leaves a field as it is. */
  PatchBot: method([string, botPatch], bot, 'appError'),
  /** `(botUserId, includeDeleted)` */
  GetBot: method([string, bool], bot, 'appError'),
  /** `(options)` */
  GetBots: method([botGetOptions], list(bot), 'appError'),
  /** `(botUserId, active)` */
  UpdateBotActive: method([string, bool], bot, 'appError'),
  /** `(botUserId)` */
  PermanentDeleteBot: method([string], nothing, 'appError'),
} as const;
