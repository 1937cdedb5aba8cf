import type { Response } from 'express';

/** In UTF-16 units. A socket that is given a string encodes it several times slower than a buffer does. */
const LONG = 16_384;

/** Express's own `res.json` would hash each body for an ETag that nobody asked for. */
export function sendJson(res: Response, status: number, body: unknown): void {
  const json = JSON.stringify(body);
  sendWritten(res, status, json.length < LONG ? json : Buffer.from(json));
}

/** @param json in UTF-8 */
export function sendWritten(res: Response, status: number, json: string | Buffer): void {
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.end(json);
}
