import { API_PATH } from '../contract/paths.ts';
import type { Backend } from './open-backend.ts';

export interface SeenEvent {
  event: string;
  data: Record<string, unknown>;
}

/** Reads `GET /events` as a browser does. */
export async function openEvents(backend: Pick<Backend, 'url'>, name: string, query = '') {
  const abort = new AbortController();
  const response = await fetch(`${backend.url}${API_PATH}/events${query}`, {
    headers: { Authorization: `Bearer ${name}` },
    signal: abort.signal,
  });
  const frames = response.ok ? framesOf(response) : undefined;
  return {
    status: response.status,
    headers: response.headers,
    /** The next event; `undefined` when the stream has ended. */
    next: async (): Promise<SeenEvent | undefined> => (await frames?.next())?.value,
    close: () => abort.abort(),
  };
}

/** @param response as a whole: Node ends the body of one that nobody holds any more, when nothing was read of it yet */
async function* framesOf(response: Response): AsyncGenerator<SeenEvent, undefined> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      const seen = /^event: (\w+)\ndata: (.*)$/.exec(frame);
      if (seen !== null) yield { event: seen[1] ?? '', data: JSON.parse(seen[2] ?? '') };
    }
  }
  return undefined;
}
