import { extname } from 'node:path';
import { Router, type Response } from 'express';
import { sendNotFound } from '../http/answers.ts';
import type { Site } from '../site/site.ts';

const YEAR_S = 31_556_926;
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
};

/** `/static/plugins/<id>/…`: bundles and what lies beside them, for everybody, kept a year by browsers. */
export function pluginStaticRoutes(site: Site): Router {
  const router = Router();
  router.get('/plugins/:id/*path', (req, res) => {
    const { id, path } = req.params as { id: string; path: string[] };
    const plugin = site.plugins.isEnabled(id) ? site.plugins.get(id) : undefined;
    sendFile(res, plugin?.assets, path.join('/'), YEAR_S);
  });
  return router;
}

/** `/plugins/<id>/public/…`: files of an enabled plugin, for everybody. */
export function pluginPublicRoutes(site: Site): Router {
  const router = Router();
  router.get('/:id/public/*path', (req, res) => {
    const { id, path } = req.params as { id: string; path: string[] };
    const plugin = site.plugins.isEnabled(id) ? site.plugins.get(id) : undefined;
    sendFile(res, plugin?.publicFiles, path.join('/'), 0);
  });
  return router;
}

function sendFile(res: Response, files: Map<string, Buffer> | undefined, path: string, ageS: number): void {
  const bytes = files?.get(path);
  if (bytes === undefined) return sendNotFound(res);
  res.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
  res.setHeader('Cache-Control', ageS === 0 ? 'no-cache, public' : `max-age=${ageS}, public`);
  res.end(bytes);
}
