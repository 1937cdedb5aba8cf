import { swcTransform } from '../jest.base.js';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/preview', '<rootDir>/scripts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: swcTransform(false),
};
