import autocannon, { type Result } from 'autocannon';

export interface Load {
  url: string;
  method?: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: unknown;
  /** How many requests. */
  amount: number;
  /** Kept alive, each with one request at a time. */
  connections?: number;
}

/** @throws when any request is not answered with 200 or 201, as a refusal would be faster than the work */
export async function requestsPerSecond({ body, connections = 10, ...load }: Load): Promise<number> {
  const startedAt = performance.now();
  let lastAnswerAt = startedAt;
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  const result = await new Promise<Result>((resolve, reject) => {
    autocannon({ ...load, connections, ...text }, (error: Error | null, done) =>
      error ? reject(error) : resolve(done),
    ).on('response', () => (lastAnswerAt = performance.now())); // its own clock counts whole seconds
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${load.url}: ${failed} requests failed`);
  return result['2xx'] / ((lastAnswerAt - startedAt) / 1000);
}
