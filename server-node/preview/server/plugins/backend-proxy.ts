import { request, type ClientRequest, type IncomingHttpHeaders } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { sendNotFound, sendText } from '../http/answers.ts';

/** These headers are about one connection only, and are not passed on. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * The documented proxy rule: `<site>/plugins/<id>/…` goes to the backend without the subpath, cookies and all, streams
 * unbuffered. Headers that only Mattermost itself may set are dropped. Without a backend it answers as Mattermost does.
 */
export function backendProxy(basePath: string, backendUrl: () => string | undefined): RequestHandler {
  return (req, res) => {
    const backend = backendUrl();
    if (backend === undefined) return sendNotFound(res);
    const { hostname, port } = new URL(backend);
    const path = req.originalUrl.slice(basePath.length);
    const upstream = request({ hostname, port, path, method: req.method, headers: forwarded(req) });
    answerFrom(upstream, res);
    req.pipe(upstream);
    res.on('close', () => upstream.destroy());
  };
}

function forwarded(req: Request): IncomingHttpHeaders {
  const headers: IncomingHttpHeaders = {};
  for (const [name, value] of Object.entries(req.headers)) {
    if (!HOP_BY_HOP.includes(name) && !name.startsWith('mattermost-')) headers[name] = value;
  }
  headers['x-real-ip'] = req.socket.remoteAddress ?? '';
  headers['x-forwarded-for'] = req.socket.remoteAddress ?? '';
  headers['x-forwarded-proto'] = 'http';
  return headers;
}

function answerFrom(upstream: ClientRequest, res: Response): void {
  upstream.on('response', (answer) => {
    const headers = Object.entries(answer.headers).filter(([name]) => !HOP_BY_HOP.includes(name));
    res.writeHead(answer.statusCode ?? 502, Object.fromEntries(headers));
    res.flushHeaders();
    answer.pipe(res);
    answer.on('error', () => res.destroy());
  });
  upstream.on('error', () => {
    if (res.headersSent) res.destroy();
    else sendText(res, 502, '502 Bad Gateway: the backend does not answer.\n');
  });
}
