import { swcTransform } from '../../jest.base.js';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: swcTransform(false),
};
