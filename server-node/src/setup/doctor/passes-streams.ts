import { STREAM_PROBE_PATH } from '../../contract/paths.ts';
import type { SiteContext } from './doctor-context.ts';

/** Longer than the whole probe: a proxy that holds it back answers when it is over. */
const PATIENCE_MS = 10_000;

/**
 * Whether each piece of a stream gets through the proxy when it is sent.
 *
 * @returns undefined when the backend is of a version without the probe
 */
export async function passesStreams({
  siteUrl = '',
  fetch,
}: Pick<SiteContext, 'siteUrl' | 'fetch'>): Promise<boolean | undefined> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const headers = { Accept: 'text/event-stream' };
    const init = { headers, redirect: 'manual', signal: stop.signal } as const;
    const response = await fetch(siteUrl + STREAM_PROBE_PATH, init);
    const isProbe = response.ok && response.headers.get('Content-Type')?.startsWith('text/event-stream');
    if (isProbe !== true || response.body === null) return undefined;
    return await hasSecondBeforeLast(response.body);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

async function hasSecondBeforeLast(body: ReadableStream<Uint8Array>): Promise<boolean> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) {
    text += decoder.decode(piece, { stream: true });
    if (text.includes('event: second')) return !text.includes('event: last');
  }
  return false;
}
