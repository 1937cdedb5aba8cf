import { swcTransform } from '../../jest.base.js';

export default {
  displayName: 'e2e',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/global-setup.ts',
  globalTeardown: '<rootDir>/global-teardown.ts',
  extensionsToTreatAsEsm: ['.ts'],
  transform: swcTransform(false),
};
