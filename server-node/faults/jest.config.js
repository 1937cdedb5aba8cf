import { swcTransform } from '../../jest.base.js';

export default {
  displayName: 'faults',
  testEnvironment: 'node',
  roots: ['<rootDir>'],
  globalSetup: '<rootDir>/../test-postgres/global-setup.ts',
  globalTeardown: '<rootDir>/../test-postgres/global-teardown.ts',
  extensionsToTreatAsEsm: ['.ts'],
  transform: swcTransform(false),
};
