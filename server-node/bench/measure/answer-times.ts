import { Agent, request, type IncomingMessage } from 'node:http';

export interface Asked {
  url: string;
  method?: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** @returns milliseconds until the whole answer was there, of requests one after another on one connection */
export async function answerTimes(count: number, ask: (index: number) => Asked): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const asked = ask(index);
    const startedAt = performance.now();
    await answerOf(agent, asked);
    times.push(performance.now() - startedAt);
  }
  agent.destroy();
  return times;
}

function answerOf(agent: Agent, { url, method = 'GET', headers, body }: Asked): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAnswer = (answer: IncomingMessage) => {
      const ok = (answer.statusCode ?? 0) < 300;
      answer.resume().once('end', () => {
        if (ok) resolve();
        else reject(new Error(`${method} ${url}: ${answer.statusCode}`));
      });
    };
    const text = body === undefined ? undefined : JSON.stringify(body);
    const length = text === undefined ? {} : { 'Content-Length': Buffer.byteLength(text) };
    request(url, { agent, method, headers: { ...headers, ...length } }, onAnswer)
      .once('error', reject)
      .end(text);
  });
}
