import type { Response } from 'express';

export const SERVER_VERSION = '11.2.1';

export const OK = { status: 'OK' } as const;

/** An answer other than a plain 200 with JSON. */
export class Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export const created = (body: unknown) => new Answer(201, body);

/** The handler has written the response by itself. */
export const WRITTEN = Symbol('written');

/** Without a charset in the content type, as Mattermost sends it. */
export function sendJson(res: Response, status: number, body: unknown): void {
  res.status(status).setHeader('Content-Type', 'application/json');
  res.end(JSON.stringify(body));
}

/** What Go's http.Error and http.NotFound write. */
export function sendText(res: Response, status: number, text: string): void {
  res.status(status).setHeader('Content-Type', 'text/plain; charset=utf-8');
  res.end(text);
}

export const sendNotFound = (res: Response) => sendText(res, 404, '404 page not found\n');
