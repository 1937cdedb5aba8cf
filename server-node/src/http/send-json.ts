import type { Response } from 'express';

/** Express's own `res.json` would hash each body for an ETag that nobody asked for. */
export function sendJson(res: Response, status: number, body: unknown): void {
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.end(JSON.stringify(body));
}
