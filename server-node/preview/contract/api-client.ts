export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** Parsed, when the answer is JSON. */
  body: unknown;
  text: string;
}

export interface ApiCall {
  token?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Sent as it is, in place of a body in JSON. */
  text?: string;
}

/** One request to a Mattermost, real or not. `path` begins with `/api/v4`, or is another path of the site. */
export async function callApi(
  siteUrl: string,
  method: string,
  path: string,
  call: ApiCall = {},
): Promise<ApiAnswer> {
  const text = call.text ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const response = await fetch(siteUrl + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(call.token === undefined ? {} : { Authorization: `Bearer ${call.token}` }),
      ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...call.headers,
    },
    ...(text === undefined ? {} : { body: text }),
  });
  const received = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const body: unknown = isJson && received !== '' ? JSON.parse(received) : undefined;
  return { status: response.status, headers: response.headers, body, text: received };
}
