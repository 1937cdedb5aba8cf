import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { Router } from 'express';
import { sendNotFound } from './http/answers.ts';
import type { Site } from './site/site.ts';
import { pageHtml } from './page-html.ts';

export interface PageOptions {
  /** People whom the login page lets in with one click. */
  oneClickUsers: { username: string; password: string }[];
  /** Makes sure that the page's bundle is there, and gives its folder. */
  build: () => Promise<string>;
}

const require = createRequire(import.meta.url);
const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`));

/** The policy that Mattermost sends with its page, except for frames. */
const POLICY = "frame-ancestors 'self'; script-src 'self'";

/** The page at every address that nothing else answers, as a web client with its own routes needs it. */
export function pageRoutes(site: Site, options: PageOptions): Router {
  const router = Router();
  const fixed = { immutable: false, maxAge: 0, fallthrough: false } as const;
  router.use('/static/icons', express.static(packageFolder('@mattermost/compass-icons'), fixed));
  router.use('/static/bootstrap', express.static(join(packageFolder('bootstrap'), 'dist/css'), fixed));
  router.use('/static/fonts/open-sans', express.static(packageFolder('@fontsource/open-sans'), fixed));
  router.use('/static/fonts/metropolis', express.static(packageFolder('@fontsource/metropolis'), fixed));
  router.get('/static/page/:file', async (req, res) => {
    res.sendFile(req.params.file, { root: await options.build() });
  });
  router.use('/static', (_req, res) => sendNotFound(res));
  router.get('/*any', (_req, res) => {
    res.setHeader('Content-Security-Policy', POLICY).setHeader('X-Frame-Options', 'SAMEORIGIN');
    res.setHeader('Cache-Control', 'no-cache, max-age=31556926, public');
    res.type('html').send(pageHtml(site.basePath, options.oneClickUsers));
  });
  router.get('/', (_req, res) => res.redirect(302, `${site.basePath}/login`));
  return router;
}
