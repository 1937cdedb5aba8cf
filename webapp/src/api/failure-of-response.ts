import { isRecord } from './guards.ts';
import { RequestFailure } from './request-failure.ts';

/** Answers of proxies and of a backend that is stopping or waits for its database. */
const PASSING = new Set([429, 502, 503, 504]);

/**
 * What an answer other than 2xx means. Mattermost itself answers `404 page not found` as plain text where
 * no proxy rule leads `/plugins/todo-node/` to the backend; the backend's own 404 is JSON with a code.
 */
export async function failureOfResponse(response: Response): Promise<RequestFailure> {
  const body = await readJson(response);
  const { status } = response;
  if (status === 401) return new RequestFailure('signed_out', 'The session has ended.', { status });
  if (!isRecord(body) || typeof body['message'] !== 'string') return failureWithoutBody(status);
  const code = typeof body['code'] === 'string' ? body['code'] : '';
  const kind = PASSING.has(status) && code !== 'program_busy' ? 'unreachable' : 'refused';
  return new RequestFailure(kind, body['message'], { code, status, current: body['todo'] });
}

function failureWithoutBody(status: number): RequestFailure {
  if (status === 404 || status === 405) return new RequestFailure('no_route', `HTTP ${status}`, { status });
  if (PASSING.has(status)) return new RequestFailure('unreachable', `HTTP ${status}`, { status });
  return new RequestFailure('refused', `HTTP ${status}`, { status });
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    return null;
  }
}
