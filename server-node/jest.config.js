import { swcTransform } from '../jest.base.js';

export default {
  displayName: 'server',
  testEnvironment: 'node',
  roots: [
    '<rootDir>/src',
    '<rootDir>/preview',
    '<rootDir>/scripts',
    '<rootDir>/deploy',
    '<rootDir>/test-postgres',
  ],
  globalSetup: '<rootDir>/test-postgres/global-setup.ts',
  globalTeardown: '<rootDir>/test-postgres/global-teardown.ts',
  extensionsToTreatAsEsm: ['.ts'],
  transform: swcTransform(false),
};
