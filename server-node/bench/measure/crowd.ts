import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const MARK = 'event: change\n';

/** Browsers that listen to one backend. */
export interface Crowd {
  /** Streams that were answered with 200 and have not ended. */
  open(): number;
  /** Answers of 429, and connections that were cut, until all were in. */
  refused: number;
  /** Runs `change` and waits. @returns milliseconds from its begin until every open stream has heard of it */
  untilAllHeard(change: () => Promise<unknown>): Promise<number>;
  /** The same. @returns milliseconds from its begin for each open stream until that one has heard of it */
  whenHeard(change: () => Promise<unknown>): Promise<number[]>;
  leave(): void;
}

/** Connects all at once, one stream for each token. Those who are refused come back as a browser does. */
export async function openCrowd(url: string, tokens: readonly string[]): Promise<Crowd> {
  const open = new Set<IncomingMessage>();
  let refused = 0;
  let unheard = new Set<IncomingMessage>();
  let heardAt: number[] = [];
  let allHeard: () => void = () => undefined;
  const hear = (stream: IncomingMessage) => {
    if (!unheard.delete(stream)) return;
    heardAt.push(performance.now());
    if (unheard.size === 0) allHeard();
  };
  const whenHeard = async (change: () => Promise<unknown>): Promise<number[]> => {
    unheard = new Set(open);
    heardAt = [];
    const all = new Promise<void>((resolve) => (allHeard = resolve));
    const begin = performance.now();
    await Promise.all([change(), all]);
    return heardAt.map((at) => at - begin);
  };
  const listen = (stream: IncomingMessage) => {
    open.add(stream);
    stream.once('close', () => (open.delete(stream), hear(stream)));
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      rest += text;
      if (rest.includes(MARK)) hear(stream);
      rest = rest.slice(rest.lastIndexOf(MARK) + 1).slice(-MARK.length);
    });
  };
  const comeBack = async (token: string, afterMs: number): Promise<void> => {
    refused += 1;
    await sleep(afterMs * (1 + Math.random()));
    return connect(token);
  };
  const connect = async (token: string): Promise<void> => {
    const stream = await answerOf(url, token).catch(() => null);
    if (stream === null) return comeBack(token, 1_000);
    if (stream.statusCode === 200) return listen(stream);
    stream.destroy();
    if (stream.statusCode !== 429) throw new Error(`A stream was answered with ${stream.statusCode}.`);
    return comeBack(token, Number(stream.headers['retry-after']) * 1_000);
  };
  await Promise.all(tokens.map(connect));
  return {
    open: () => open.size,
    refused,
    untilAllHeard: async (change) => Math.max(...(await whenHeard(change))),
    whenHeard,
    leave: () => open.forEach((stream) => void stream.destroy()),
  };
}

function answerOf(url: string, token: string): Promise<IncomingMessage> {
  const headers = { Authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (answer) => resolve(answer.on('error', () => undefined))).on(
      'error',
      reject,
    );
  });
}
