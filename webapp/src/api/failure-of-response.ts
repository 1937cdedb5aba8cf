import { isRecord } from './guards.ts';
import { RequestFailure } from './request-failure.ts';

/** Answers of proxies and of a backend that is stopping or waits for its database. */
const PASSING = new Set([502, 503, 504]);
const TOO_MANY = 429;
/** When too many requests came and nobody says how long to wait. */
const USUAL_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

/**
 * What an answer other than 2xx means. Mattermost itself answers `404 page not found` as plain text where
 * no proxy rule leads `/plugins/todo-node/` to the backend; the backend's own 404 is JSON with a code.
 */
export async function failureOfResponse(response: Response): Promise<RequestFailure> {
  const body = await readJson(response);
  const { status } = response;
  if (status === 401) return new RequestFailure('signed_out', 'The session has ended.', { status });
  if (status === TOO_MANY && !isProgramBusy(body)) return tooMany(response);
  if (!isRecord(body) || typeof body['message'] !== 'string') return failureWithoutBody(status);
  const code = typeof body['code'] === 'string' ? body['code'] : '';
  const kind = PASSING.has(status) && !isProgramBusy(body) ? 'unreachable' : 'refused';
  return new RequestFailure(kind, body['message'], { code, status, current: body['todo'] });
}

/** Too many runs of an external program at a time: an answer to this one change, not to all requests. */
const isProgramBusy = (body: unknown) => isRecord(body) && body['code'] === 'program_busy';

/** `Retry-After` is in seconds; the form with a date is not used by anything on our way. */
function tooMany(response: Response): RequestFailure {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const waitMs = seconds > 0 ? seconds * 1_000 : USUAL_WAIT_MS;
  const retryAfterMs = Math.min(waitMs, LONGEST_WAIT_MS);
  return new RequestFailure('busy', 'Too many requests.', { status: TOO_MANY, retryAfterMs });
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
