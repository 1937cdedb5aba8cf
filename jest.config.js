const unit = ['<rootDir>/webapp', '<rootDir>/server-node', '<rootDir>/server-node/plugin-host'];

/** `npm test` runs every project; `npm run unit` leaves out what starts whole backends and browsers. */
export default {
  /** Generous: nothing here measures time, and a busy machine is no fault. */
  testTimeout: 30_000,
  /** ES modules of a file that is through stay in its process, whose memory is then used up by hundreds of files. */
  workerIdleMemoryLimit: '1GB',
  projects: [
    ...unit,
    '<rootDir>/server-node/faults',
    '<rootDir>/server-node/e2e',
    '<rootDir>/server-node/e2e/react-19.jest.config.js',
  ],
  reporters: ['default', '<rootDir>/jest.plain-summary.js'],
};
