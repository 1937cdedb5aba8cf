import { any, list, map, string } from '../../gob/gob-type.ts';
import { pushNotification } from '../../model/notification.ts';
import { clusterSendOptions, pluginClusterEvent, websocketBroadcast } from '../../model/server.ts';
import { method, nothing } from '../method.ts';

export const MESSAGES = {
  /**
   * `(event, payload, broadcast)`. Browsers see `custom_<plugin id>_<event>`. A broadcast with everything empty reaches
   * everybody. Empty lists in the payload arrive as null: send JSON text if that matters.
   */
  PublishWebSocketEvent: method([string, map(any), websocketBroadcast], nothing),
  /** `(event, options)`. Reaches the plugin on the other nodes of a cluster. */
  PublishPluginClusterEvent: method([pluginClusterEvent, clusterSendOptions], nothing, 'error'),
  /** `(to, subject, htmlBody)`. Wants the server's mail to be set up. */
  SendMail: method([string, string, string], nothing, 'appError'),
  /** `(notification, userId)` */
  SendPushNotification: method([pushNotification, string], nothing, 'appError'),
  /** `(message, keysAndValues)` */
  LogDebug: method([string, list(any)], nothing),
  LogInfo: method([string, list(any)], nothing),
  LogWarn: method([string, list(any)], nothing),
  LogError: method([string, list(any)], nothing),
} as const;
