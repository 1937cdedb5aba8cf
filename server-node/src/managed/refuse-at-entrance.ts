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
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify({ code, message, requestId: '' }));
}
