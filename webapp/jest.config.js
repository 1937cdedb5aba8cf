import { swcTransform } from '../jest.base.js';

const swc = swcTransform(true);
for (const [, options] of Object.values(swc)) options.jsc.experimental = { keepImportAttributes: true };

export default {
  displayName: 'webapp',
  testEnvironment: 'jsdom',
  roots: ['<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { ...swc, '\\.css$': '<rootDir>/scripts/css-for-jest.js' },
};
