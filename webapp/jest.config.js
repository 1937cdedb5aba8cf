import { swcTransform } from '../jest.base.js';

export default {
  testEnvironment: 'jsdom',
  roots: ['<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: swcTransform(true),
};
