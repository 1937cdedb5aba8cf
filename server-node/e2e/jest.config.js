import { swcTransform } from '../../jest.base.js';

export default {
  displayName: 'e2e',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: swcTransform(false),
};
