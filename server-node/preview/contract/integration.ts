import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface GivenAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** Something that a Mattermost calls: it keeps the requests, and answers what it is told to. */
export interface Integration {
  url: string;
  received: ReceivedRequest[];
  answer(given: GivenAnswer): void;
  /** @throws when none comes within 5 s */
  next(): Promise<ReceivedRequest>;
  close(): Promise<void>;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

export async function openIntegration(): Promise<Integration> {
  const received: ReceivedRequest[] = [];
  let given: GivenAnswer = { headers: JSON_TYPE, body: '{}' };
  let taken = 0;
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req.setEncoding('utf8') as AsyncIterable<string>) body += chunk;
    received.push({ method: req.method ?? '', url: req.url ?? '', headers: req.headers, body });
    res.writeHead(given.status ?? 200, given.headers).end(given.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (answer) => {
      given = answer;
    },
    next: async () => {
      const request = await until(() => received[taken]);
      taken += 1;
      return request;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const jsonAnswer = (body: unknown): GivenAnswer => ({
  headers: JSON_TYPE,
  body: JSON.stringify(body),
});

/** Asks again and again until there is something. @throws after 5 s */
export async function until<Value>(
  look: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
  for (const end = Date.now() + 5_000; Date.now() < end;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not happen within 5 s.');
}
