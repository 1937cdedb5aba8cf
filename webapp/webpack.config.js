import { fileURLToPath } from 'node:url';

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
    ],
  },
  performance: { maxAssetSize: 250_000, maxEntrypointSize: 250_000 },
};
