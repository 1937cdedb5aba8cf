import suite from './jest.config.js';

/** What every run of all tests tries on the React of Mattermost 12 too; `REACT=19 npm run e2e` tries the whole suite. */
export default {
  ...suite,
  displayName: 'e2e-react-19',
  setupFiles: ['<rootDir>/choose-react-19.ts'],
  testMatch: ['<rootDir>/{sidebar,keyboard}.test.ts'],
};
