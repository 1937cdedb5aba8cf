import type { ServerResponse } from 'node:http';
import type { ErrorCode } from '../shared/app-error.ts';

interface Refusal {
  status: number;
  code: ErrorCode;
  message: string;
  headers?: Record<string, string | number>;
}

/** An error answer in the shape of all others, where there is no server behind the entrance, or none that is asked. */
export function refuseAtEntrance(
  response: ServerResponse,
  { status, code, message, headers }: Refusal,
): void {
  answer(response, status, { code, message, requestId: '' }, headers);
}

/** Something for whoever pressed a button, which Mattermost takes from a good answer only. */
export const tellAtEntrance = (response: ServerResponse, body: object): void => answer(response, 200, body);

function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Refusal['headers'] = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(body));
}
