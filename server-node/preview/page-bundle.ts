import { fileURLToPath } from 'node:url';
import type { Configuration } from 'webpack';

/** Where the page's sources are, and its bundle in `dist` below. */
export const PAGE_FOLDER = fileURLToPath(new URL('./page/', import.meta.url));
export const BUNDLE_FOLDER = fileURLToPath(new URL('./page/dist/', import.meta.url));

/** One script, not minified: it is for one machine, and is to be built fast. */
export const pageBundle: Configuration = {
  mode: 'production',
  devtool: false,
  context: PAGE_FOLDER,
  entry: './main.tsx',
  output: { path: BUNDLE_FOLDER, filename: 'page.js' },
  optimization: { minimize: false },
  performance: { hints: false },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'classic' } },
              target: 'es2022',
            },
          },
        },
      },
    ],
  },
};
