import type { z } from 'zod';
import type { Caller } from '../../callers/ports.ts';

/** One operation of the API: the router and the OpenAPI document are both made from a table of these. */
export interface Endpoint<Params, Query, Body> {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** Below `/api/v1`, with `{name}` for a parameter. */
  path: string;
  summary: string;
  params: z.ZodType<Params>;
  query: z.ZodType<Query>;
  /** `null`: no body is read. */
  body: z.ZodType<Body> | null;
  status: 200 | 201;
  answer: z.ZodType;
  handle(request: { caller: Caller; params: Params; query: Query; body: Body }): Promise<Answered>;
}

export type Answered = (
  | { body: unknown }
  /** Written already, in UTF-8. `gzipped`: for who takes that; undefined where `json` is better sent. */
  | { json: Buffer; gzipped: () => Promise<Buffer | undefined> }
) & {
  /** In quotes; a request that has this one already is answered 304. */
  etag?: string;
};

/** An endpoint whose types were checked against its schemas and then forgotten, so that all fit one table. */
export type AnyEndpoint = Endpoint<unknown, unknown, unknown>;

export function endpoint<Params, Query, Body>(definition: Endpoint<Params, Query, Body>): AnyEndpoint {
  return definition as unknown as AnyEndpoint;
}
