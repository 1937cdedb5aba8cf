import { readFileSync } from 'node:fs';

export interface RecordedEntry {
  name: string;
  /** Whose session: admin, dave, erin, frank, bot, or nobody. */
  as: string;
  request: { method: string; path: string; body?: unknown; text?: string };
  response: { status: number; body?: unknown; text?: string };
}

/** Requests to a real Mattermost 11.2.1 and its answers, in the order in which they happened. */
export function readRecording(topic: string): RecordedEntry[] {
  const path = new URL(`../../recordings/${topic}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { entries: RecordedEntry[] }).entries;
}
