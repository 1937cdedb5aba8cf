import { swcTransform } from '../../jest.base.js';

export default {
  displayName: 'plugin-host',
  testEnvironment: 'node',
  roots: ['<rootDir>'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: swcTransform(false),
};
