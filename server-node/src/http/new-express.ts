import express, { type Express } from 'express';

/** @param trustedProxies whose `X-Forwarded-For` is believed */
export function newExpress(trustedProxies: readonly string[]): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', [...trustedProxies]);
  return app;
}
