import { readFileSync } from 'node:fs';

import type { DirectAnswer, DirectRequest, DirectTransport } from '../rest/direct-transport.ts';

interface Entry {
  name: string;
  request: { method: string; path: string };
  response: { status: number; headers: Record<string, string | string[]>; body?: unknown; body_text?: string };
}

/** What a real Mattermost answered; `file` is one of this folder. */
export function recordedAnswer(file: string, name: string): DirectAnswer & { path: string } {
  const url = new URL(`${file}.json`, import.meta.url);
  const { entries } = JSON.parse(readFileSync(url, 'utf8')) as { entries: Entry[] };
  const entry = entries.find((one) => one.name === name);
  if (entry === undefined) {
    throw new Error(`${file} has no recording "${name}"`);
  }
  const { status, headers, body, body_text } = entry.response;
  const lower = Object.entries(headers).map(([key, value]) => [key.toLowerCase(), [value].flat()]);
  const bytes = Buffer.from(body_text ?? JSON.stringify(body));
  return { status, headers: Object.fromEntries(lower), body: bytes, path: entry.request.path };
}

/** Answers each path (or `METHOD path`) with what was recorded for it, and remembers what was asked. */
export function recordedTransport(answers: Record<string, DirectAnswer>) {
  const sent: DirectRequest[] = [];
  const transport: DirectTransport = {
    async send(request) {
      sent.push(request);
      const path = request.url.pathname + request.url.search;
      const answer = answers[`${request.method} ${path}`] ?? answers[path];
      if (answer === undefined) {
        throw new Error(`nothing was recorded for ${request.method} ${path}`);
      }
      return answer;
    },
    close() {},
  };
  return { transport, sent };
}
