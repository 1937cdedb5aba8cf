const unit = ['<rootDir>/webapp', '<rootDir>/server-node', '<rootDir>/server-node/plugin-host'];

/** `npm test` runs every project; `npm run unit` leaves out the browser suite. */
export default {
  projects: [...unit, '<rootDir>/server-node/e2e'],
  reporters: ['default', 'summary', '<rootDir>/jest.plain-summary.js'],
};
