import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Configuration, Stats, webpack as Webpack } from 'webpack';
import { filesOf } from './files-of.ts';

/**
 * Builds the webapp with its own configuration and says which files really went into it: what tree shaking left out
 * needs no notice.
 */
export async function buildWebapp(root: string): Promise<string[]> {
  const webapp = join(root, 'webapp');
  const configuration = (await import(pathToFileURL(join(webapp, 'webpack.config.js')).href)) as {
    default: Configuration;
  };
  const webpack = createRequire(import.meta.url)('webpack') as typeof Webpack;
  const compiler = webpack({ ...configuration.default, context: webapp });
  if (compiler === null) throw new Error('webpack made no compiler of webapp/webpack.config.js');
  const stats = await new Promise<Stats>((resolve, reject) => {
    compiler.run((error, result) =>
      error || !result ? reject(error ?? new Error('no result')) : resolve(result),
    );
  });
  await new Promise<void>((resolve) => compiler.close(() => resolve()));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return filesOf(stats);
}
