import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack, { type Compiler, type Configuration, type Stats } from 'webpack';
import { filesOf } from '../bundle/files-of.ts';

/** Native or optional extras of `pg` and `ws`, which do without them. */
const LEFT_OUT = /^(pg-native|pg-cloudflare|bufferutil|utf-8-validate)$/;
/** Express looks for template engines by name, and the request limiter for a store's driver; we have neither. */
const KNOWN_WARNING =
  /express[\\/]lib[\\/]view\.js|rate-limiter-flexible[\\/]lib[\\/]RateLimiterDrizzle\w*\.js/;
/** In the executable, `import.meta` is about the executable: a path of the build machine must not get in. */
const EXECUTABLE_URL = `require('node:url').pathToFileURL(process.execPath).href`;
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface ProgramBundle {
  /** One CommonJS script that needs nothing but Node's own modules. */
  path: string;
  /** What webpack took in, for the notices. */
  files: string[];
}

/**
 * Makes one file of the program. `import()` stays lazy inside it, so that a program can answer first and load later.
 *
 * @throws {Error} with webpack's words about what does not fit
 */
export async function bundleProgram(entry: string, outDir: string): Promise<ProgramBundle> {
  const compiler = webpack(configuration(entry, outDir));
  if (compiler === null) throw new Error('webpack made no compiler.');
  const stats = await run(compiler);
  if (stats.hasErrors() || stats.hasWarnings()) {
    throw new Error(stats.toString({ all: false, errors: true, warnings: true }));
  }
  return { path: join(outDir, 'program.cjs'), files: filesOf(stats) };
}

function configuration(entry: string, outDir: string): Configuration {
  return {
    mode: 'production',
    target: 'node24',
    entry,
    context: here('../../..'),
    devtool: false,
    output: { path: outDir, filename: 'program.cjs', library: { type: 'commonjs2' } },
    resolve: { extensions: ['.ts', '.js', '.json'] },
    node: { __dirname: false, __filename: false },
    module: {
      parser: { javascript: { url: false } },
      rules: [
        { test: /\.ts$/, use: { loader: 'swc-loader', options: TYPES_AWAY } },
        { test: /[\\/]store[\\/]read-migrations\.ts$/, use: here('embed-migrations-loader.js') },
      ],
    },
    // Not minified: stack traces in logs stay readable, and it would take ten times as long.
    optimization: { minimize: false, moduleIds: 'named' },
    plugins: [
      new webpack.DefinePlugin({ 'import.meta.url': EXECUTABLE_URL }),
      new webpack.IgnorePlugin({ resourceRegExp: LEFT_OUT }),
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    ],
    ignoreWarnings: [{ module: KNOWN_WARNING }],
    performance: { hints: false },
  };
}

const TYPES_AWAY = { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' } };

async function run(compiler: Compiler): Promise<Stats> {
  try {
    return await new Promise((resolve, reject) => {
      compiler.run((error, stats) =>
        stats === undefined ? reject(error ?? new Error('webpack says nothing.')) : resolve(stats),
      );
    });
  } finally {
    await new Promise<void>((resolve) => compiler.close(() => resolve()));
  }
}
