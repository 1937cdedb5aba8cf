import type { RequestHandler } from 'express';
import type { Metrics } from '../../metrics/metrics.ts';

/** For Prometheus, at an address that only operators and Mattermost reach. */
export const makeServeMetrics =
  (metrics: Metrics): RequestHandler =>
  async (_req, res) => {
    const { type, text } = await metrics.text();
    res.setHeader('Content-Type', type);
    res.end(text);
  };
