import type pg from 'pg';
import { QUERY_TIMEOUT_MS } from './config.ts';

export type Ask = (config: pg.QueryConfig) => Promise<pg.QueryResult>;

/**
 * Asks one connection. What it has not answered `QUERY_TIMEOUT_MS` after the last question is given up.
 *
 * The promise and the timer that pg itself makes for each query know the query and its rows. V8 then takes the rows of
 * long answers for old ones: they pile up to 100 MB, and each clearing takes several times as long.
 */
export function makeAsk(client: Pick<pg.PoolClient, 'query'>): Ask {
  const waiting = new Set<(error: Error) => void>();
  const timer = setTimeout(() => {
    for (const giveUp of waiting) giveUp(new Error('Query read timeout'));
    waiting.clear();
  }, QUERY_TIMEOUT_MS).unref();
  return (config) =>
    new Promise((resolve, reject) => {
      waiting.add(reject);
      timer.refresh();
      client.query(config, (error, result) => {
        waiting.delete(reject);
        if (error) reject(error);
        else resolve(result);
      });
    });
}
