import type { Readable } from 'node:stream';

export interface PluginHttpRequest {
  readonly method?: string;
  /** `/<plugin id>/…`, with a query if there is one. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly body?: Uint8Array | AsyncIterable<Uint8Array>;
}

export interface PluginHttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Must be read or destroyed. */
  readonly body: Readable;
}

export const requestFields = ({ method = 'GET', path, headers = {} }: PluginHttpRequest) => ({
  Method: method,
  URL: path,
  Proto: 'HTTP/1.1',
  ProtoMajor: 1,
  ProtoMinor: 1,
  Header: headers,
});
