import { swcTransform } from '../jest.base.js';

const swc = swcTransform(true);
for (const [, options] of Object.values(swc)) options.jsc.experimental = { keepImportAttributes: true };

/** `REACT=19` runs the tests with the React of Mattermost 12, for every library that asks for one. */
const react19 = { '^(react|react-dom)($|/.*)': '$1-19$2' };

export default {
  displayName: 'webapp',
  testEnvironment: 'jsdom',
  roots: ['<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // eslint-disable-next-line no-restricted-properties -- Jest offers its configuration no other way in
  moduleNameMapper: process.env['REACT'] === '19' ? react19 : {},
  transform: { ...swc, '\\.css$': '<rootDir>/scripts/css-for-jest.js' },
};
