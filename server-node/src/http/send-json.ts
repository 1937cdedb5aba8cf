import type { Response } from 'express';

/** Express's own `res.json` would hash each body for an ETag that nobody asked for. */
export function sendJson(res: Response, status: number, body: unknown): void {
  sendWritten(res, status, JSON.stringify(body));
}

/** @param json in UTF-8 */
export function sendWritten(res: Response, status: number, json: string | Buffer): void {
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.end(json);
}
