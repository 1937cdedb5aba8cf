import { any, list, map, string } from '../../gob/gob-type.ts';
import { pushNotification } from '../../model/notification.ts';
import {
  clusterSendOptions,
  pluginClusterEvent,
  toastOptions,
  websocketBroadcast,
} from '../../model/server.ts';
import { method, nothing } from '../method.ts';

export const MESSAGES = {
  /**
   * `(event, payload, broadcast)`. Browsers see `custom_<plugin id>_<event>`. A broadcast with everything empty reaches
   * everybody. Empty lists in the payload arrive as null: send JSON text if that matters.
   */
  PublishWebSocketEvent: method([string, map(any), websocketBroadcast], nothing),
  /** `(event, options)`. Reaches the plugin on the other nodes of a cluster. */
  PublishPluginClusterEvent: method([pluginClusterEvent, clusterSendOptions], nothing, 'error'),
  /**
   * `(userId, connectionId, message, options)`. A note that goes away by itself, in that window only when there is a
   * `connectionId`; a hook's context and a command's arguments have it. Mattermost 11.5.
   */
  SendToastMessage: method([string, string, string, toastOptions], nothing, 'appError'),
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
