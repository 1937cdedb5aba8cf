import type { InOf, OutOf } from '../gob/gob-type.ts';
import { any, bool, bytes, int, list, map, nullable, string, struct, uint, url } from '../gob/gob-type.ts';

/**
 * Who is behind a hook call. Empty when Mattermost or a plugin acted by itself. `ConnectionId` is the person's
 * WebSocket, which servers older than 11.8 do not tell.
 */
export const context = struct('Context', {
  SessionId: string,
  RequestId: string,
  IPAddress: string,
  AcceptLanguage: string,
  UserAgent: string,
  ConnectionId: string,
});

/** `State`: 0 not running, 1 starting, 2 running, 3 failed to start, 4 failed to stay running, 5 stopping. */
export const pluginStatus = struct('PluginStatus', {
  PluginId: string,
  ClusterId: string,
  PluginPath: string,
  State: int,
  Error: string,
  Name: string,
  Description: string,
  Version: string,
});

export const pluginClusterEvent = struct('PluginClusterEvent', { Id: string, Data: bytes });
/** `SendType`: `best_effort` or `reliable`. `TargetId` empty: every other node. */
export const clusterSendOptions = struct('PluginClusterEventSendOptions', {
  SendType: string,
  TargetId: string,
});

/** `OldValue` needs `Atomic`: set only if that is the value now; empty means the key must not exist. */
export const kvSetOptions = struct('PluginKVSetOptions', {
  Atomic: bool,
  OldValue: bytes,
  ExpireInSeconds: int,
});

/** Who gets a WebSocket event. Everything empty reaches everybody. */
export const websocketBroadcast = struct('WebsocketBroadcast', {
  OmitUsers: map(bool),
  UserId: string,
  ChannelId: string,
  TeamId: string,
  ConnectionId: string,
  OmitConnectionId: string,
  ContainsSanitizedData: bool,
  ContainsSensitiveData: bool,
  ReliableClusterSend: bool,
});

/** `Position`: `top` or `bottom`, a hyphen, and `left`, `center` or `right`; empty is `bottom-right`. */
export const toastOptions = struct('SendToastMessageOptions', { Position: string });

/** Null where there is no limit. Storage in bytes. */
export const productLimits = struct('ProductLimits', {
  Files: nullable(struct('FilesLimits', { TotalStorage: nullable(int) })),
  Messages: nullable(struct('MessagesLimits', { History: nullable(int) })),
  Teams: nullable(struct('TeamsLimits', { Active: nullable(int) })),
});

const webSocketSession = struct('Session', { Id: string, UserId: string });

export const webSocketRequest = struct('WebSocketRequest', {
  Seq: int,
  Action: string,
  Data: map(any),
  Session: webSocketSession,
  Locale: string,
});

export const installEvent = struct('OnInstallEvent', { UserId: string });

export const headers = map(list(string));

export const httpRequest = struct('HTTPRequestSubset', {
  Method: string,
  URL: url,
  Proto: string,
  ProtoMajor: int,
  ProtoMinor: int,
  Header: headers,
  Host: string,
  RemoteAddr: string,
  RequestURI: string,
});

export const serveHttpArgs = struct('Z_ServeHTTPArgs', {
  ResponseWriterStream: uint,
  Request: httpRequest,
  Context: nullable(context),
  RequestBodyStream: uint,
});

export const pluginHttpStreamArgs = struct('Z_PluginHTTPStreamArgs', {
  ResponseBodyStream: uint,
  Request: httpRequest,
  RequestBodyStream: uint,
});
export const pluginHttpStreamReturns = struct('Z_PluginHTTPStreamReturns', {
  StatusCode: int,
  Header: headers,
});

/** How servers before 11.2 do it: everything at once. */
export const pluginHttpArgs = struct('Z_PluginHTTPArgs', { Request: httpRequest, RequestBody: bytes });
/** The part of Go's `http.Response` that matters; the whole of it has certificates in it. */
const httpResponse = struct('Response', { StatusCode: int, Header: headers });
export const pluginHttpReturns = struct('Z_PluginHTTPReturns', {
  Response: nullable(httpResponse),
  ResponseBody: bytes,
});

export const appError = struct('AppError', {
  Id: string,
  Message: string,
  DetailedError: string,
  RequestId: string,
  StatusCode: int,
  Where: string,
  SkipTranslation: bool,
});

/** How any other Go error travels. `Code` 1 is the end of a stream. */
export const errorString = struct('ErrorString', { Code: int, Err: string });

export type Context = OutOf<typeof context>;
export type PluginStatus = OutOf<typeof pluginStatus>;
export type PluginClusterEvent = OutOf<typeof pluginClusterEvent>;
export type WebsocketBroadcast = InOf<typeof websocketBroadcast>;
export type WebSocketRequest = OutOf<typeof webSocketRequest>;
export type KVSetOptions = InOf<typeof kvSetOptions>;
export type ProductLimits = OutOf<typeof productLimits>;
export type AppErrorFields = OutOf<typeof appError>;
export type HttpRequestFields = OutOf<typeof httpRequest>;
