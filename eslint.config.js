import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import unicorn from 'eslint-plugin-unicorn';
import tseslint from 'typescript-eslint';

const SERVER = 'server-node/src';
const WEBAPP = 'webapp/src';

const roomsIn = (folder) =>
  readdirSync(new URL(`${folder}/`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const forbid = (target, from, message) => ({ target: `./${target}`, from: `./${from}`, message });

/**
 * A room may import rooms of the layers before its own. The rooms are read from the disk, so that a new one obeys from
 * the start: it is in the layer that names none.
 *
 * @param layers from the bottom up; `apart`: rooms of one layer do not import one another; `mayImportTop`: they may
 *   import the files beside the rooms, where everything meets
 */
function arrowsOf(src, rooms, layers) {
  const named = new Set(layers.flatMap(({ rooms: own = [] }) => own));
  const full = layers.map((layer) => ({
    ...layer,
    rooms: layer.rooms ?? rooms.filter((room) => !named.has(room)),
  }));
  return full.flatMap(({ rooms: own, apart = false, mayImportTop = false, says }, at) => {
    const above = full.slice(at + 1).flatMap((layer) => layer.rooms);
    return own.flatMap((room) => [
      ...above.map((other) => forbid(`${src}/${room}`, `${src}/${other}`, says)),
      ...(apart ? own.filter((other) => other !== room) : []).map((other) =>
        forbid(`${src}/${room}`, `${src}/${other}`, says),
      ),
      ...(mayImportTop ? [] : [forbid(`${src}/${room}`, `${src}/*.{ts,tsx}`, says)]),
    ]);
  });
}

/** Without rooms of its own a layer takes all that no other names: a new room of the server holds an idea. */
const serverArrows = [
  ...arrowsOf(SERVER, roomsIn(SERVER), [
    { rooms: ['contract'], says: 'contract imports nothing.' },
    { rooms: ['shared'], says: 'shared knows no idea and no adapter.' },
    { says: 'An idea owns its ports; adapters and hosts import the idea.' },
    {
      rooms: ['store', 'mattermost', 'http', 'jobs'],
      apart: true,
      says: 'Adapters know ideas only; they meet in create-server.ts.',
    },
    {
      rooms: ['backup', 'config', 'move', 'setup', 'testing'],
      mayImportTop: true,
      says: 'Hosts build on these.',
    },
    {
      rooms: ['managed', 'sidecar'],
      apart: true,
      mayImportTop: true,
      says: 'The two hosts know nothing of each other.',
    },
  ]),
  forbid('server-node/plugin-host', SERVER, 'plugin-host is a package of its own.'),
  forbid(SERVER, 'server-node/preview', 'The stand-in is for development and tests.'),
];

const features = roomsIn(`${WEBAPP}/features`).map((name) => `features/${name}`);
const webappRooms = [...roomsIn(WEBAPP).filter((room) => room !== 'features'), ...features];
const webappArrows = [
  ...arrowsOf(WEBAPP, webappRooms, [
    { says: 'This room knows no other; name its layer in eslint.config.js if it has to.' },
    { rooms: ['host', 'model'], apart: true, says: 'host and model know the api only.' },
    { rooms: ['sync'], says: 'sync knows neither the app nor what is drawn.' },
    { rooms: ['app'], says: 'app knows nothing of what is drawn.' },
    { rooms: features, apart: true, says: 'No feature imports another.' },
    { rooms: ['sidebar', 'testing'], says: 'The top files put everything together.' },
  ]),
  ...roomsIn(SERVER)
    .filter((room) => room !== 'contract')
    .map((room) => forbid(WEBAPP, `${SERVER}/${room}`, 'The browser knows the contract only.')),
];

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', 'var/', '**/test-results/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,js}'],
    plugins: { 'import-x': importX, unicorn },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'unicorn/filename-case': ['error', { case: 'kebabCase' }],
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: [...serverArrows, ...webappArrows] }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only main.ts reads the environment.' },
      ],
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.config.{js,ts}', '**/jest.*.js'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: [
      'server-node/src/main*.ts',
      'server-node/{bin,scripts,e2e,bench,faults,preview,deploy,test-postgres}/**',
      'server-node/plugin-host/**',
      '**/*.test.ts',
      'server-node/src/setup/main*.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // Tests put together what they test, with a real store for one.
    files: ['**/*.test.{ts,tsx}', '**/*.fixture.ts', '**/testing/**'],
    rules: { 'import-x/no-restricted-paths': 'off' },
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['webapp/src/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
);
