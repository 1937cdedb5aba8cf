import { fileURLToPath } from 'node:url';
import type { Configuration } from 'webpack';

/** Mattermost has 18 up to 11.x, and 19 from 12.0 on; a plugin gets whichever is there. */
export const REACT_VERSIONS = ['18', '19'] as const;
export type ReactVersion = (typeof REACT_VERSIONS)[number];

/** Where the page's sources are, and in `dist` below it what is built of them. */
export const PAGE_FOLDER = fileURLToPath(new URL('./page/', import.meta.url));
export const DIST_FOLDER = fileURLToPath(new URL('./page/dist/', import.meta.url));

export const bundleFolder = (react: ReactVersion): string => `${DIST_FOLDER}react-${react}`;

/**
 * Every library on the page is to get the same React, so the names are led elsewhere for all of them. npm cannot know
 * that, and would refuse this react-dom beside React 18: hence its entry in `overrides` of package.json.
 */
const REACT_19 = { react: 'react-19', 'react-dom': 'react-dom-19' };

/** One script, not minified: it is for one machine, and is to be built fast. */
export const pageBundle = (react: ReactVersion): Configuration => ({
  mode: 'production',
  devtool: false,
  context: PAGE_FOLDER,
  entry: './main.tsx',
  output: { path: bundleFolder(react), filename: 'page.js' },
  optimization: { minimize: false },
  performance: { hints: false },
  resolve: { extensions: ['.tsx', '.ts', '.js'], alias: react === '19' ? REACT_19 : {} },
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
});
