import type { InOf, OutOf } from '../gob/gob-type.ts';
import { bool, int, string, struct } from '../gob/gob-type.ts';

/** `Type`: `message`, `clear`, `update_badge`, `session` or `test`. */
export const pushNotification = struct('PushNotification', {
  AckId: string,
  Platform: string,
  ServerId: string,
  DeviceId: string,
  PostId: string,
  Category: string,
  Sound: string,
  Message: string,
  Badge: int,
  ContentAvailable: int,
  TeamId: string,
  ChannelId: string,
  RootId: string,
  ChannelName: string,
  Type: string,
  SubType: string,
  SenderId: string,
  SenderName: string,
  OverrideUsername: string,
  OverrideIconURL: string,
  FromWebhook: string,
  Version: string,
  IsCRTEnabled: bool,
  IsIdLoaded: bool,
  PostType: string,
  ChannelType: string,
  Signature: string,
});

/** What the mail says. Whatever is left out stays as it was. */
export const emailNotificationContent = struct('EmailNotificationContent', {
  Subject: string,
  Title: string,
  SubTitle: string,
  MessageHTML: string,
  MessageText: string,
  ButtonText: string,
  ButtonURL: string,
  FooterText: string,
});

export const emailNotification = struct('EmailNotification', {
  PostId: string,
  ChannelId: string,
  TeamId: string,
  SenderId: string,
  SenderDisplayName: string,
  RecipientId: string,
  RootId: string,
  ChannelType: string,
  ChannelName: string,
  TeamName: string,
  SenderUsername: string,
  IsDirectMessage: bool,
  IsGroupMessage: bool,
  IsThreadReply: bool,
  IsCRTEnabled: bool,
  UseMilitaryTime: bool,
  EmailNotificationContent: emailNotificationContent,
});

export type PushNotification = OutOf<typeof pushNotification>;
export type PushNotificationInput = InOf<typeof pushNotification>;
export type EmailNotification = OutOf<typeof emailNotification>;
export type EmailNotificationContent = InOf<typeof emailNotificationContent>;
