import { fileURLToPath } from 'node:url';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import { plainCalls } from './scripts/plain-calls.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Mattermost brings these along; a second React on the page would not work. */
const externals = {
  react: 'React',
  'react-dom': 'ReactDOM',
  redux: 'Redux',
  'react-redux': 'ReactRedux',
  'react-intl': 'ReactIntl',
};

export default {
  mode: 'production',
  target: ['web', 'es2022'],
  entry: here('src/index.tsx'),
  // Mattermost serves the folder of the bundle; the part that is loaded later lies beside it, under a name of its own
  // for each version.
  output: {
    path: here('dist'),
    filename: 'main.js',
    chunkFilename: '[name].[contenthash:10].js',
    publicPath: 'auto',
    uniqueName: 'todo-node',
    clean: true,
  },
  externals,
  externalsType: 'window',
  devtool: false,
  resolve: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        // What comes from outside is then the default export as it is, without a getter around each use.
        type: 'javascript/esm',
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
      { test: /\.css$/, use: here('scripts/css-text-loader.js') },
      { test: /i18n\/.*(?<!en)\.json$/, type: 'javascript/auto', use: here('scripts/texts-loader.js') },
    ],
  },
  // Short names between modules and the minifier of swc make the bundle smaller after gzip than webpack's own choices.
  // No function of ours is called by `new` or has a `this`, so that each may be an arrow.
  optimization: {
    moduleIds: 'natural',
    mangleExports: 'size',
    minimizer: [
      new MinimizerPlugin({
        minify: {
          implementation: MinimizerPlugin.swcMinify,
          options: {
            ecma: 2022,
            module: true,
            compress: { passes: 3, unsafe_arrows: true, collapse_vars: false },
          },
        },
      }),
    ],
  },
  plugins: [plainCalls],
  performance: { maxAssetSize: 250_000, maxEntrypointSize: 250_000 },
};
