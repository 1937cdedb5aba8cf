import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import unicorn from 'eslint-plugin-unicorn';
import tseslint from 'typescript-eslint';

const SERVER = 'server-node/src';
const IDEAS = ['todos', 'program', 'commands', 'messages', 'replies', 'callers'];
const ADAPTERS = ['store', 'mattermost', 'http', 'jobs'];

const forbid = (target, from, message) => ({ target: `./${target}`, from: `./${from}`, message });

/** contract <- shared <- ideas <- adapters <- create-server <- main; an arrow may only point left. */
const serverArrows = [
  ...[...IDEAS, ...ADAPTERS, 'shared', 'setup'].map((from) =>
    forbid(`${SERVER}/contract`, `${SERVER}/${from}`, 'contract imports nothing.'),
  ),
  ...[...IDEAS, ...ADAPTERS].map((from) =>
    forbid(`${SERVER}/shared`, `${SERVER}/${from}`, 'shared knows no idea and no adapter.'),
  ),
  ...IDEAS.flatMap((idea) =>
    ADAPTERS.map((adapter) =>
      forbid(
        `${SERVER}/${idea}`,
        `${SERVER}/${adapter}`,
        'An idea owns its ports; adapters import the idea.',
      ),
    ),
  ),
  ...ADAPTERS.flatMap((one) =>
    ADAPTERS.filter((other) => other !== one).map((other) =>
      forbid(`${SERVER}/${one}`, `${SERVER}/${other}`, 'Adapters meet in create-server.ts only.'),
    ),
  ),
  forbid('server-node/plugin-host', SERVER, 'plugin-host is a package of its own.'),
  forbid(SERVER, 'server-node/preview', 'The stand-in is for development and tests.'),
];

const webappArrows = [
  forbid('webapp/src/ui', 'webapp/src/features', 'ui knows no idea.'),
  forbid('webapp/src/api', 'webapp/src/features', 'api knows no feature.'),
  forbid('webapp/src/host', 'webapp/src/features', 'host knows no feature.'),
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
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['webapp/src/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
);
